// @ts-nocheck
// Made of gif.ksy by npm run formats. Change that, and not this.
export default function declare(KaitaiStream) {
var Gif = (function() {
  Gif.BlockLabel = Object.freeze({
    EXTENSION_INTRODUCER: 33,
    IMAGE_SEPARATOR: 44,
    TRAILER: 59,

    33: "EXTENSION_INTRODUCER",
    44: "IMAGE_SEPARATOR",
    59: "TRAILER",
  });

  Gif.ExtensionLabel = Object.freeze({
    PLAIN_TEXT: 1,
    GRAPHIC_CONTROL: 249,
    COMMENT: 254,
    APPLICATION: 255,

    1: "PLAIN_TEXT",
    249: "GRAPHIC_CONTROL",
    254: "COMMENT",
    255: "APPLICATION",
  });

  function Gif(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  Gif.prototype._read = function() {
    this._debug.header = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.header = new Header(this._io, this, this._root);
    this.header._read();
    this._debug.header.end = this._io.pos;
    this._debug.logicalScreenDescriptor = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.logicalScreenDescriptor = new LogicalScreenDescriptor(this._io, this, this._root);
    this.logicalScreenDescriptor._read();
    this._debug.logicalScreenDescriptor.end = this._io.pos;
    if (this.logicalScreenDescriptor.hasGlobalColorTable) {
      this._debug.globalColorTable = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_globalColorTable = this._io.readBytes(this.logicalScreenDescriptor.globalColorTableBytes);
      var _io__raw_globalColorTable = new KaitaiStream(this._raw_globalColorTable);
      this.globalColorTable = new ColorTable(_io__raw_globalColorTable, this, this._root);
      this.globalColorTable._read();
      this._debug.globalColorTable.end = this._io.pos;
    }
    this._debug.blocks = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.blocks.arr = [];
    this.blocks = [];
    var i = 0;
    do {
      this._debug.blocks.arr[this.blocks.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_blocks = new Block(this._io, this, this._root);
      try {
        _t_blocks._read();
      } finally {
        var _ = _t_blocks;
        this.blocks.push(_);
      }
      this._debug.blocks.arr[this.blocks.length - 1].end = this._io.pos;
      i++;
    } while (!( ((_.label == Gif.BlockLabel.TRAILER) || (this._io.isEof())) ));
    this._debug.blocks.end = this._io.pos;
  }

  /**
   * [26]
   */

  var ApplicationExtension = Gif.ApplicationExtension = (function() {
    function ApplicationExtension(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    ApplicationExtension.prototype._read = function() {
      this._debug.blockSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.blockSize = this._io.readBytes(1);
      this._debug.blockSize.end = this._io.pos;
      if (!((KaitaiStream.byteArrayCompare(this.blockSize, new Uint8Array([11])) == 0))) {
        var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([11]), this.blockSize, this._io, "/types/application_extension/seq/0");
        this._debug.blockSize.validationError = _err;
        throw _err;
      }
      this._debug.applicationIdentifier = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.applicationIdentifier = KaitaiStream.bytesToStr(this._io.readBytes(8), "ASCII");
      this._debug.applicationIdentifier.end = this._io.pos;
      this._debug.applicationAuthenticationCode = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.applicationAuthenticationCode = this._io.readBytes(3);
      this._debug.applicationAuthenticationCode.end = this._io.pos;
      this._debug.applicationData = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.applicationData.arr = [];
      this.applicationData = [];
      var i = 0;
      do {
        this._debug.applicationData.arr[this.applicationData.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_applicationData = new DataSubBlock(this._io, this, this._root);
        try {
          _t_applicationData._read();
        } finally {
          var _ = _t_applicationData;
          this.applicationData.push(_);
        }
        this._debug.applicationData.arr[this.applicationData.length - 1].end = this._io.pos;
        i++;
      } while (!(_.blockSize == 0));
      this._debug.applicationData.end = this._io.pos;
    }

    return ApplicationExtension;
  })();

  /**
   * A label says what follows. A block of another label has no length, and what follows it is read as a block.
   */

  var Block = Gif.Block = (function() {
    function Block(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Block.prototype._read = function() {
      this._debug.label = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "Gif.BlockLabel" };
      this.label = this._io.readU1();
      this._debug.label.end = this._io.pos;
      this._debug.content = { start: this._io.pos, ioOffset: this._io.byteOffset };
      switch (this.label) {
      case Gif.BlockLabel.EXTENSION_INTRODUCER:
        this.content = new Extension(this._io, this, this._root);
        this.content._read();
        break;
      case Gif.BlockLabel.IMAGE_SEPARATOR:
        this.content = new TableBasedImage(this._io, this, this._root);
        this.content._read();
        break;
      }
      this._debug.content.end = this._io.pos;
    }

    return Block;
  })();

  /**
   * [19] and [21]: red, green and blue of each colour. As bytes, since a file may have thousands of tables.
   */

  var ColorTable = Gif.ColorTable = (function() {
    function ColorTable(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    ColorTable.prototype._read = function() {
      this._debug.colors = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.colors = this._io.readBytesFull();
      this._debug.colors.end = this._io.pos;
    }

    return ColorTable;
  })();

  /**
   * [24]
   */

  var CommentExtension = Gif.CommentExtension = (function() {
    function CommentExtension(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    CommentExtension.prototype._read = function() {
      this._debug.commentData = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.commentData.arr = [];
      this.commentData = [];
      var i = 0;
      do {
        this._debug.commentData.arr[this.commentData.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_commentData = new DataSubBlock(this._io, this, this._root);
        try {
          _t_commentData._read();
        } finally {
          var _ = _t_commentData;
          this.commentData.push(_);
        }
        this._debug.commentData.arr[this.commentData.length - 1].end = this._io.pos;
        i++;
      } while (!(_.blockSize == 0));
      this._debug.commentData.end = this._io.pos;
    }

    return CommentExtension;
  })();

  /**
   * [15]; one of no bytes ends a sequence of them: the block terminator [16]
   */

  var DataSubBlock = Gif.DataSubBlock = (function() {
    function DataSubBlock(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    DataSubBlock.prototype._read = function() {
      this._debug.blockSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.blockSize = this._io.readU1();
      this._debug.blockSize.end = this._io.pos;
      this._debug.dataValues = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dataValues = this._io.readBytes(this.blockSize);
      this._debug.dataValues.end = this._io.pos;
    }

    return DataSubBlock;
  })();

  var Extension = Gif.Extension = (function() {
    function Extension(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Extension.prototype._read = function() {
      this._debug.extensionLabel = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "Gif.ExtensionLabel" };
      this.extensionLabel = this._io.readU1();
      this._debug.extensionLabel.end = this._io.pos;
      this._debug.content = { start: this._io.pos, ioOffset: this._io.byteOffset };
      switch (this.extensionLabel) {
      case Gif.ExtensionLabel.APPLICATION:
        this.content = new ApplicationExtension(this._io, this, this._root);
        this.content._read();
        break;
      case Gif.ExtensionLabel.COMMENT:
        this.content = new CommentExtension(this._io, this, this._root);
        this.content._read();
        break;
      case Gif.ExtensionLabel.GRAPHIC_CONTROL:
        this.content = new GraphicControlExtension(this._io, this, this._root);
        this.content._read();
        break;
      case Gif.ExtensionLabel.PLAIN_TEXT:
        this.content = new PlainTextExtension(this._io, this, this._root);
        this.content._read();
        break;
      default:
        this.content = new OtherExtension(this._io, this, this._root);
        this.content._read();
        break;
      }
      this._debug.content.end = this._io.pos;
    }

    return Extension;
  })();

  /**
   * [23]
   */

  var GraphicControlExtension = Gif.GraphicControlExtension = (function() {
    function GraphicControlExtension(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    GraphicControlExtension.prototype._read = function() {
      this._debug.blockSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.blockSize = this._io.readBytes(1);
      this._debug.blockSize.end = this._io.pos;
      if (!((KaitaiStream.byteArrayCompare(this.blockSize, new Uint8Array([4])) == 0))) {
        var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([4]), this.blockSize, this._io, "/types/graphic_control_extension/seq/0");
        this._debug.blockSize.validationError = _err;
        throw _err;
      }
      this._debug.packedFields = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.packedFields = this._io.readU1();
      this._debug.packedFields.end = this._io.pos;
      this._debug.delayTime = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.delayTime = this._io.readU2le();
      this._debug.delayTime.end = this._io.pos;
      this._debug.transparentColorIndex = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.transparentColorIndex = this._io.readU1();
      this._debug.transparentColorIndex.end = this._io.pos;
      this._debug.blockTerminator = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.blockTerminator = this._io.readBytes(1);
      this._debug.blockTerminator.end = this._io.pos;
      if (!((KaitaiStream.byteArrayCompare(this.blockTerminator, new Uint8Array([0])) == 0))) {
        var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([0]), this.blockTerminator, this._io, "/types/graphic_control_extension/seq/4");
        this._debug.blockTerminator.validationError = _err;
        throw _err;
      }
    }

    /**
     * From the highest bit, reserved (3), disposal method (3), user input flag, transparent colour flag.
     */

    /**
     * In hundredths of a second.
     */

    return GraphicControlExtension;
  })();

  /**
   * [17]
   */

  var Header = Gif.Header = (function() {
    function Header(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Header.prototype._read = function() {
      this._debug.signature = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.signature = this._io.readBytes(3);
      this._debug.signature.end = this._io.pos;
      if (!((KaitaiStream.byteArrayCompare(this.signature, new Uint8Array([71, 73, 70])) == 0))) {
        var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([71, 73, 70]), this.signature, this._io, "/types/header/seq/0");
        this._debug.signature.validationError = _err;
        throw _err;
      }
      this._debug.version = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.version = KaitaiStream.bytesToStr(this._io.readBytes(3), "ASCII");
      this._debug.version.end = this._io.pos;
    }

    /**
     * 87a or 89a.
     */

    return Header;
  })();

  /**
   * [20], after its separator
   */

  var ImageDescriptor = Gif.ImageDescriptor = (function() {
    function ImageDescriptor(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    ImageDescriptor.prototype._read = function() {
      this._debug.imageLeftPosition = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.imageLeftPosition = this._io.readU2le();
      this._debug.imageLeftPosition.end = this._io.pos;
      this._debug.imageTopPosition = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.imageTopPosition = this._io.readU2le();
      this._debug.imageTopPosition.end = this._io.pos;
      this._debug.imageWidth = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.imageWidth = this._io.readU2le();
      this._debug.imageWidth.end = this._io.pos;
      this._debug.imageHeight = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.imageHeight = this._io.readU2le();
      this._debug.imageHeight.end = this._io.pos;
      this._debug.packedFields = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.packedFields = this._io.readU1();
      this._debug.packedFields.end = this._io.pos;
    }
    Object.defineProperty(ImageDescriptor.prototype, 'hasLocalColorTable', {
      get: function() {
        if (this._m_hasLocalColorTable !== undefined)
          return this._m_hasLocalColorTable;
        this._debug._m_hasLocalColorTable = {  };
        this._m_hasLocalColorTable = this.packedFields >= 128;
        return this._m_hasLocalColorTable;
      }
    });
    Object.defineProperty(ImageDescriptor.prototype, 'localColorTableBytes', {
      get: function() {
        if (this._m_localColorTableBytes !== undefined)
          return this._m_localColorTableBytes;
        this._debug._m_localColorTableBytes = {  };
        this._m_localColorTableBytes = 3 * (2 << (this.packedFields & 7));
        return this._m_localColorTableBytes;
      }
    });

    /**
     * From the highest bit, local colour table flag, interlace flag, sort flag, reserved (2), size of the table (3).
     */

    return ImageDescriptor;
  })();

  /**
   * [18]
   */

  var LogicalScreenDescriptor = Gif.LogicalScreenDescriptor = (function() {
    function LogicalScreenDescriptor(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    LogicalScreenDescriptor.prototype._read = function() {
      this._debug.logicalScreenWidth = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.logicalScreenWidth = this._io.readU2le();
      this._debug.logicalScreenWidth.end = this._io.pos;
      this._debug.logicalScreenHeight = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.logicalScreenHeight = this._io.readU2le();
      this._debug.logicalScreenHeight.end = this._io.pos;
      this._debug.packedFields = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.packedFields = this._io.readU1();
      this._debug.packedFields.end = this._io.pos;
      this._debug.backgroundColorIndex = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.backgroundColorIndex = this._io.readU1();
      this._debug.backgroundColorIndex.end = this._io.pos;
      this._debug.pixelAspectRatio = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pixelAspectRatio = this._io.readU1();
      this._debug.pixelAspectRatio.end = this._io.pos;
    }
    Object.defineProperty(LogicalScreenDescriptor.prototype, 'globalColorTableBytes', {
      get: function() {
        if (this._m_globalColorTableBytes !== undefined)
          return this._m_globalColorTableBytes;
        this._debug._m_globalColorTableBytes = {  };
        this._m_globalColorTableBytes = 3 * (2 << (this.packedFields & 7));
        return this._m_globalColorTableBytes;
      }
    });
    Object.defineProperty(LogicalScreenDescriptor.prototype, 'hasGlobalColorTable', {
      get: function() {
        if (this._m_hasGlobalColorTable !== undefined)
          return this._m_hasGlobalColorTable;
        this._debug._m_hasGlobalColorTable = {  };
        this._m_hasGlobalColorTable = this.packedFields >= 128;
        return this._m_hasGlobalColorTable;
      }
    });

    /**
     * From the highest bit, global colour table flag, colour resolution (3), sort flag, size of the table (3).
     */

    return LogicalScreenDescriptor;
  })();

  /**
   * Whatever its label, an extension is a sequence of sub-blocks, so a decoder can pass over it.
   */

  var OtherExtension = Gif.OtherExtension = (function() {
    function OtherExtension(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    OtherExtension.prototype._read = function() {
      this._debug.extensionData = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.extensionData.arr = [];
      this.extensionData = [];
      var i = 0;
      do {
        this._debug.extensionData.arr[this.extensionData.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_extensionData = new DataSubBlock(this._io, this, this._root);
        try {
          _t_extensionData._read();
        } finally {
          var _ = _t_extensionData;
          this.extensionData.push(_);
        }
        this._debug.extensionData.arr[this.extensionData.length - 1].end = this._io.pos;
        i++;
      } while (!(_.blockSize == 0));
      this._debug.extensionData.end = this._io.pos;
    }

    return OtherExtension;
  })();

  /**
   * [25]
   */

  var PlainTextExtension = Gif.PlainTextExtension = (function() {
    function PlainTextExtension(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    PlainTextExtension.prototype._read = function() {
      this._debug.blockSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.blockSize = this._io.readBytes(1);
      this._debug.blockSize.end = this._io.pos;
      if (!((KaitaiStream.byteArrayCompare(this.blockSize, new Uint8Array([12])) == 0))) {
        var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([12]), this.blockSize, this._io, "/types/plain_text_extension/seq/0");
        this._debug.blockSize.validationError = _err;
        throw _err;
      }
      this._debug.textGridLeftPosition = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.textGridLeftPosition = this._io.readU2le();
      this._debug.textGridLeftPosition.end = this._io.pos;
      this._debug.textGridTopPosition = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.textGridTopPosition = this._io.readU2le();
      this._debug.textGridTopPosition.end = this._io.pos;
      this._debug.textGridWidth = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.textGridWidth = this._io.readU2le();
      this._debug.textGridWidth.end = this._io.pos;
      this._debug.textGridHeight = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.textGridHeight = this._io.readU2le();
      this._debug.textGridHeight.end = this._io.pos;
      this._debug.characterCellWidth = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.characterCellWidth = this._io.readU1();
      this._debug.characterCellWidth.end = this._io.pos;
      this._debug.characterCellHeight = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.characterCellHeight = this._io.readU1();
      this._debug.characterCellHeight.end = this._io.pos;
      this._debug.textForegroundColorIndex = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.textForegroundColorIndex = this._io.readU1();
      this._debug.textForegroundColorIndex.end = this._io.pos;
      this._debug.textBackgroundColorIndex = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.textBackgroundColorIndex = this._io.readU1();
      this._debug.textBackgroundColorIndex.end = this._io.pos;
      this._debug.plainTextData = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.plainTextData.arr = [];
      this.plainTextData = [];
      var i = 0;
      do {
        this._debug.plainTextData.arr[this.plainTextData.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_plainTextData = new DataSubBlock(this._io, this, this._root);
        try {
          _t_plainTextData._read();
        } finally {
          var _ = _t_plainTextData;
          this.plainTextData.push(_);
        }
        this._debug.plainTextData.arr[this.plainTextData.length - 1].end = this._io.pos;
        i++;
      } while (!(_.blockSize == 0));
      this._debug.plainTextData.end = this._io.pos;
    }

    return PlainTextExtension;
  })();

  var TableBasedImage = Gif.TableBasedImage = (function() {
    function TableBasedImage(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    TableBasedImage.prototype._read = function() {
      this._debug.imageDescriptor = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.imageDescriptor = new ImageDescriptor(this._io, this, this._root);
      this.imageDescriptor._read();
      this._debug.imageDescriptor.end = this._io.pos;
      if (this.imageDescriptor.hasLocalColorTable) {
        this._debug.localColorTable = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._raw_localColorTable = this._io.readBytes(this.imageDescriptor.localColorTableBytes);
        var _io__raw_localColorTable = new KaitaiStream(this._raw_localColorTable);
        this.localColorTable = new ColorTable(_io__raw_localColorTable, this, this._root);
        this.localColorTable._read();
        this._debug.localColorTable.end = this._io.pos;
      }
      this._debug.lzwMinimumCodeSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lzwMinimumCodeSize = this._io.readU1();
      this._debug.lzwMinimumCodeSize.end = this._io.pos;
      this._debug.imageData = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.imageData.arr = [];
      this.imageData = [];
      var i = 0;
      do {
        this._debug.imageData.arr[this.imageData.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_imageData = new DataSubBlock(this._io, this, this._root);
        try {
          _t_imageData._read();
        } finally {
          var _ = _t_imageData;
          this.imageData.push(_);
        }
        this._debug.imageData.arr[this.imageData.length - 1].end = this._io.pos;
        i++;
      } while (!(_.blockSize == 0));
      this._debug.imageData.end = this._io.pos;
    }

    /**
     * [22]
     */

    return TableBasedImage;
  })();

  return Gif;
})();

return Gif;
}
