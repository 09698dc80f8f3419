// @ts-nocheck
// Made of zip.ksy by npm run formats. Change that, and not this.
export default function declare(KaitaiStream) {
var Zip = (function() {
  Zip.CompressionMethod = Object.freeze({
    STORED: 0,
    DEFLATED: 8,
    DEFLATE64: 9,
    BZIP2: 12,
    LZMA: 14,
    ZSTANDARD: 93,
    XZ: 95,
    PPMD: 98,
    AE_X_ENCRYPTION: 99,

    0: "STORED",
    8: "DEFLATED",
    9: "DEFLATE64",
    12: "BZIP2",
    14: "LZMA",
    93: "ZSTANDARD",
    95: "XZ",
    98: "PPMD",
    99: "AE_X_ENCRYPTION",
  });

  Zip.HeaderId = Object.freeze({
    ZIP64: 1,
    NTFS: 10,
    EXTENDED_TIMESTAMP: 21589,
    UNICODE_COMMENT: 25461,
    UNICODE_PATH: 28789,
    INFO_ZIP_UNIX: 30805,
    INFO_ZIP_NEW_UNIX: 30837,
    AE_X_ENCRYPTION: 39169,

    1: "ZIP64",
    10: "NTFS",
    21589: "EXTENDED_TIMESTAMP",
    25461: "UNICODE_COMMENT",
    28789: "UNICODE_PATH",
    30805: "INFO_ZIP_UNIX",
    30837: "INFO_ZIP_NEW_UNIX",
    39169: "AE_X_ENCRYPTION",
  });

  function Zip(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  Zip.prototype._read = function() {
  }

  /**
   * [4.3.12]
   */

  var CentralDirectoryHeader = Zip.CentralDirectoryHeader = (function() {
    function CentralDirectoryHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    CentralDirectoryHeader.prototype._read = function() {
      this._debug.centralFileHeaderSignature = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.centralFileHeaderSignature = this._io.readBytes(4);
      this._debug.centralFileHeaderSignature.end = this._io.pos;
      if (!((KaitaiStream.byteArrayCompare(this.centralFileHeaderSignature, new Uint8Array([80, 75, 1, 2])) == 0))) {
        var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([80, 75, 1, 2]), this.centralFileHeaderSignature, this._io, "/types/central_directory_header/seq/0");
        this._debug.centralFileHeaderSignature.validationError = _err;
        throw _err;
      }
      this._debug.versionMadeBy = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.versionMadeBy = this._io.readU2le();
      this._debug.versionMadeBy.end = this._io.pos;
      this._debug.versionNeededToExtract = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.versionNeededToExtract = this._io.readU2le();
      this._debug.versionNeededToExtract.end = this._io.pos;
      this._debug.generalPurposeBitFlag = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.generalPurposeBitFlag = this._io.readU2le();
      this._debug.generalPurposeBitFlag.end = this._io.pos;
      this._debug.compressionMethod = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "Zip.CompressionMethod" };
      this.compressionMethod = this._io.readU2le();
      this._debug.compressionMethod.end = this._io.pos;
      this._debug.lastModFileTime = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lastModFileTime = this._io.readU2le();
      this._debug.lastModFileTime.end = this._io.pos;
      this._debug.lastModFileDate = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lastModFileDate = this._io.readU2le();
      this._debug.lastModFileDate.end = this._io.pos;
      this._debug.crc32 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.crc32 = this._io.readU4le();
      this._debug.crc32.end = this._io.pos;
      this._debug.compressedSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.compressedSize = this._io.readU4le();
      this._debug.compressedSize.end = this._io.pos;
      this._debug.uncompressedSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.uncompressedSize = this._io.readU4le();
      this._debug.uncompressedSize.end = this._io.pos;
      this._debug.fileNameLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fileNameLength = this._io.readU2le();
      this._debug.fileNameLength.end = this._io.pos;
      this._debug.extraFieldLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.extraFieldLength = this._io.readU2le();
      this._debug.extraFieldLength.end = this._io.pos;
      this._debug.fileCommentLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fileCommentLength = this._io.readU2le();
      this._debug.fileCommentLength.end = this._io.pos;
      this._debug.diskNumberStart = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.diskNumberStart = this._io.readU2le();
      this._debug.diskNumberStart.end = this._io.pos;
      this._debug.internalFileAttributes = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.internalFileAttributes = this._io.readU2le();
      this._debug.internalFileAttributes.end = this._io.pos;
      this._debug.externalFileAttributes = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.externalFileAttributes = this._io.readU4le();
      this._debug.externalFileAttributes.end = this._io.pos;
      this._debug.relativeOffsetOfLocalHeader = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.relativeOffsetOfLocalHeader = this._io.readU4le();
      this._debug.relativeOffsetOfLocalHeader.end = this._io.pos;
      this._debug.fileName = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fileName = KaitaiStream.bytesToStr(this._io.readBytes(this.fileNameLength), "UTF-8");
      this._debug.fileName.end = this._io.pos;
      this._debug.extraField = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_extraField = this._io.readBytes(this.extraFieldLength);
      var _io__raw_extraField = new KaitaiStream(this._raw_extraField);
      this.extraField = new ExtraField(_io__raw_extraField, this, this._root);
      this.extraField._read();
      this._debug.extraField.end = this._io.pos;
      this._debug.fileComment = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fileComment = KaitaiStream.bytesToStr(this._io.readBytes(this.fileCommentLength), "UTF-8");
      this._debug.fileComment.end = this._io.pos;
    }

    /**
     * The upper byte is the system whose file attributes these are.
     */

    return CentralDirectoryHeader;
  })();

  /**
   * [4.3.9], with the signature that it may do without
   */

  var DataDescriptor = Zip.DataDescriptor = (function() {
    function DataDescriptor(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    DataDescriptor.prototype._read = function() {
      this._debug.dataDescriptorSignature = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dataDescriptorSignature = this._io.readBytes(4);
      this._debug.dataDescriptorSignature.end = this._io.pos;
      if (!((KaitaiStream.byteArrayCompare(this.dataDescriptorSignature, new Uint8Array([80, 75, 7, 8])) == 0))) {
        var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([80, 75, 7, 8]), this.dataDescriptorSignature, this._io, "/types/data_descriptor/seq/0");
        this._debug.dataDescriptorSignature.validationError = _err;
        throw _err;
      }
      this._debug.crc32 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.crc32 = this._io.readU4le();
      this._debug.crc32.end = this._io.pos;
      this._debug.compressedSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.compressedSize = this._io.readU4le();
      this._debug.compressedSize.end = this._io.pos;
      this._debug.uncompressedSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.uncompressedSize = this._io.readU4le();
      this._debug.uncompressedSize.end = this._io.pos;
    }

    return DataDescriptor;
  })();

  /**
   * [4.3.16]
   */

  var EndOfCentralDirectoryRecord = Zip.EndOfCentralDirectoryRecord = (function() {
    function EndOfCentralDirectoryRecord(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    EndOfCentralDirectoryRecord.prototype._read = function() {
      this._debug.endOfCentralDirSignature = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.endOfCentralDirSignature = this._io.readBytes(4);
      this._debug.endOfCentralDirSignature.end = this._io.pos;
      if (!((KaitaiStream.byteArrayCompare(this.endOfCentralDirSignature, new Uint8Array([80, 75, 5, 6])) == 0))) {
        var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([80, 75, 5, 6]), this.endOfCentralDirSignature, this._io, "/types/end_of_central_directory_record/seq/0");
        this._debug.endOfCentralDirSignature.validationError = _err;
        throw _err;
      }
      this._debug.numberOfThisDisk = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.numberOfThisDisk = this._io.readU2le();
      this._debug.numberOfThisDisk.end = this._io.pos;
      this._debug.numberOfTheDiskWithTheCentralDirectory = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.numberOfTheDiskWithTheCentralDirectory = this._io.readU2le();
      this._debug.numberOfTheDiskWithTheCentralDirectory.end = this._io.pos;
      this._debug.entriesOnThisDisk = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.entriesOnThisDisk = this._io.readU2le();
      this._debug.entriesOnThisDisk.end = this._io.pos;
      this._debug.totalEntries = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.totalEntries = this._io.readU2le();
      this._debug.totalEntries.end = this._io.pos;
      this._debug.sizeOfTheCentralDirectory = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.sizeOfTheCentralDirectory = this._io.readU4le();
      this._debug.sizeOfTheCentralDirectory.end = this._io.pos;
      this._debug.offsetOfTheCentralDirectory = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.offsetOfTheCentralDirectory = this._io.readU4le();
      this._debug.offsetOfTheCentralDirectory.end = this._io.pos;
      this._debug.zipFileCommentLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.zipFileCommentLength = this._io.readU2le();
      this._debug.zipFileCommentLength.end = this._io.pos;
      this._debug.zipFileComment = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.zipFileComment = KaitaiStream.bytesToStr(this._io.readBytes(this.zipFileCommentLength), "UTF-8");
      this._debug.zipFileComment.end = this._io.pos;
    }

    return EndOfCentralDirectoryRecord;
  })();

  /**
   * [4.5.1]
   */

  var ExtraField = Zip.ExtraField = (function() {
    function ExtraField(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    ExtraField.prototype._read = function() {
      this._debug.blocks = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.blocks.arr = [];
      this.blocks = [];
      var i = 0;
      while (!this._io.isEof()) {
        this._debug.blocks.arr[this.blocks.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_blocks = new ExtraFieldBlock(this._io, this, this._root);
        try {
          _t_blocks._read();
        } finally {
          this.blocks.push(_t_blocks);
        }
        this._debug.blocks.arr[this.blocks.length - 1].end = this._io.pos;
        i++;
      }
      this._debug.blocks.end = this._io.pos;
    }

    return ExtraField;
  })();

  var ExtraFieldBlock = Zip.ExtraFieldBlock = (function() {
    function ExtraFieldBlock(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    ExtraFieldBlock.prototype._read = function() {
      this._debug.headerId = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "Zip.HeaderId" };
      this.headerId = this._io.readU2le();
      this._debug.headerId.end = this._io.pos;
      this._debug.dataSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dataSize = this._io.readU2le();
      this._debug.dataSize.end = this._io.pos;
      this._debug.data = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.data = this._io.readBytes(this.dataSize);
      this._debug.data.end = this._io.pos;
    }

    return ExtraFieldBlock;
  })();

  /**
   * [4.3.7]
   */

  var LocalFileHeader = Zip.LocalFileHeader = (function() {
    function LocalFileHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    LocalFileHeader.prototype._read = function() {
      this._debug.localFileHeaderSignature = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.localFileHeaderSignature = this._io.readBytes(4);
      this._debug.localFileHeaderSignature.end = this._io.pos;
      if (!((KaitaiStream.byteArrayCompare(this.localFileHeaderSignature, new Uint8Array([80, 75, 3, 4])) == 0))) {
        var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([80, 75, 3, 4]), this.localFileHeaderSignature, this._io, "/types/local_file_header/seq/0");
        this._debug.localFileHeaderSignature.validationError = _err;
        throw _err;
      }
      this._debug.versionNeededToExtract = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.versionNeededToExtract = this._io.readU2le();
      this._debug.versionNeededToExtract.end = this._io.pos;
      this._debug.generalPurposeBitFlag = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.generalPurposeBitFlag = this._io.readU2le();
      this._debug.generalPurposeBitFlag.end = this._io.pos;
      this._debug.compressionMethod = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "Zip.CompressionMethod" };
      this.compressionMethod = this._io.readU2le();
      this._debug.compressionMethod.end = this._io.pos;
      this._debug.lastModFileTime = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lastModFileTime = this._io.readU2le();
      this._debug.lastModFileTime.end = this._io.pos;
      this._debug.lastModFileDate = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lastModFileDate = this._io.readU2le();
      this._debug.lastModFileDate.end = this._io.pos;
      this._debug.crc32 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.crc32 = this._io.readU4le();
      this._debug.crc32.end = this._io.pos;
      this._debug.compressedSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.compressedSize = this._io.readU4le();
      this._debug.compressedSize.end = this._io.pos;
      this._debug.uncompressedSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.uncompressedSize = this._io.readU4le();
      this._debug.uncompressedSize.end = this._io.pos;
      this._debug.fileNameLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fileNameLength = this._io.readU2le();
      this._debug.fileNameLength.end = this._io.pos;
      this._debug.extraFieldLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.extraFieldLength = this._io.readU2le();
      this._debug.extraFieldLength.end = this._io.pos;
      this._debug.fileName = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fileName = KaitaiStream.bytesToStr(this._io.readBytes(this.fileNameLength), "UTF-8");
      this._debug.fileName.end = this._io.pos;
      this._debug.extraField = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_extraField = this._io.readBytes(this.extraFieldLength);
      var _io__raw_extraField = new KaitaiStream(this._raw_extraField);
      this.extraField = new ExtraField(_io__raw_extraField, this, this._root);
      this.extraField._read();
      this._debug.extraField.end = this._io.pos;
    }

    /**
     * Ten times the version, so 20 is 2.0.
     */

    /**
     * [4.4.4]; bit 0: encrypted, bit 3: sums and sizes follow the data, bit 11: names are UTF-8
     */

    /**
     * Of MS-DOS; from the lowest bit, half the seconds (5), minutes (6), hours (5).
     */

    /**
     * Of MS-DOS; from the lowest bit, day (5), month (4), years after 1980 (7).
     */

    return LocalFileHeader;
  })();

  /**
   * [4.3.9.2]: after a file whose header has a ZIP64 extra field, sizes are of 8 bytes
   */

  var Zip64DataDescriptor = Zip.Zip64DataDescriptor = (function() {
    function Zip64DataDescriptor(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Zip64DataDescriptor.prototype._read = function() {
      this._debug.dataDescriptorSignature = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dataDescriptorSignature = this._io.readBytes(4);
      this._debug.dataDescriptorSignature.end = this._io.pos;
      if (!((KaitaiStream.byteArrayCompare(this.dataDescriptorSignature, new Uint8Array([80, 75, 7, 8])) == 0))) {
        var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([80, 75, 7, 8]), this.dataDescriptorSignature, this._io, "/types/zip64_data_descriptor/seq/0");
        this._debug.dataDescriptorSignature.validationError = _err;
        throw _err;
      }
      this._debug.crc32 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.crc32 = this._io.readU4le();
      this._debug.crc32.end = this._io.pos;
      this._debug.compressedSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.compressedSize = this._io.readU8le();
      this._debug.compressedSize.end = this._io.pos;
      this._debug.uncompressedSize = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.uncompressedSize = this._io.readU8le();
      this._debug.uncompressedSize.end = this._io.pos;
    }

    return Zip64DataDescriptor;
  })();

  return Zip;
})();

return Zip;
}
