# GIF, written from its specification (GIF89a, CompuServe 1990): fields have the names that it gives them, and the numbers
# in brackets are its sections. Bits are left as the bytes they are packed in: an overlay marks bytes.
meta:
  id: gif
  title: Graphics Interchange Format, 87a and 89a
  endian: le
seq:
  - id: header
    type: header
  - id: logical_screen_descriptor
    type: logical_screen_descriptor
  - id: global_color_table
    type: color_table
    size: logical_screen_descriptor.global_color_table_bytes
    if: logical_screen_descriptor.has_global_color_table
  - id: blocks
    type: block
    repeat: until
    repeat-until: _.label == block_label::trailer or _io.eof
types:
  header:
    doc: '[17]'
    seq:
      - id: signature
        contents: GIF
      - id: version
        type: str
        size: 3
        encoding: ASCII
        doc: 87a or 89a.
  logical_screen_descriptor:
    doc: '[18]'
    seq:
      - id: logical_screen_width
        type: u2
      - id: logical_screen_height
        type: u2
      - id: packed_fields
        type: u1
        doc: From the highest bit, global colour table flag, colour resolution (3), sort flag, size of the table (3).
      - id: background_color_index
        type: u1
      - id: pixel_aspect_ratio
        type: u1
    instances:
      has_global_color_table:
        value: packed_fields >= 0x80
      global_color_table_bytes:
        value: 3 * (2 << (packed_fields & 7))
  color_table:
    doc: '[19] and [21]: red, green and blue of each colour. As bytes, since a file may have thousands of tables.'
    seq:
      - id: colors
        size-eos: true
  block:
    doc: A label says what follows. A block of another label has no length, and what follows it is read as a block.
    seq:
      - id: label
        type: u1
        enum: block_label
      - id: content
        type:
          switch-on: label
          cases:
            block_label::image_separator: table_based_image
            block_label::extension_introducer: extension
  table_based_image:
    seq:
      - id: image_descriptor
        type: image_descriptor
      - id: local_color_table
        type: color_table
        size: image_descriptor.local_color_table_bytes
        if: image_descriptor.has_local_color_table
      - id: lzw_minimum_code_size
        type: u1
        doc: '[22]'
      - id: image_data
        type: data_sub_block
        repeat: until
        repeat-until: _.block_size == 0
  image_descriptor:
    doc: '[20], after its separator'
    seq:
      - id: image_left_position
        type: u2
      - id: image_top_position
        type: u2
      - id: image_width
        type: u2
      - id: image_height
        type: u2
      - id: packed_fields
        type: u1
        doc: From the highest bit, local colour table flag, interlace flag, sort flag, reserved (2), size of the table (3).
    instances:
      has_local_color_table:
        value: packed_fields >= 0x80
      local_color_table_bytes:
        value: 3 * (2 << (packed_fields & 7))
  data_sub_block:
    doc: '[15]; one of no bytes ends a sequence of them: the block terminator [16]'
    seq:
      - id: block_size
        type: u1
      - id: data_values
        size: block_size
  extension:
    seq:
      - id: extension_label
        type: u1
        enum: extension_label
      - id: content
        type:
          switch-on: extension_label
          cases:
            extension_label::graphic_control: graphic_control_extension
            extension_label::comment: comment_extension
            extension_label::plain_text: plain_text_extension
            extension_label::application: application_extension
            _: other_extension
  graphic_control_extension:
    doc: '[23]'
    seq:
      - id: block_size
        contents: [4]
      - id: packed_fields
        type: u1
        doc: From the highest bit, reserved (3), disposal method (3), user input flag, transparent colour flag.
      - id: delay_time
        type: u2
        doc: In hundredths of a second.
      - id: transparent_color_index
        type: u1
      - id: block_terminator
        contents: [0]
  comment_extension:
    doc: '[24]'
    seq:
      - id: comment_data
        type: data_sub_block
        repeat: until
        repeat-until: _.block_size == 0
  plain_text_extension:
    doc: '[25]'
    seq:
      - id: block_size
        contents: [12]
      - id: text_grid_left_position
        type: u2
      - id: text_grid_top_position
        type: u2
      - id: text_grid_width
        type: u2
      - id: text_grid_height
        type: u2
      - id: character_cell_width
        type: u1
      - id: character_cell_height
        type: u1
      - id: text_foreground_color_index
        type: u1
      - id: text_background_color_index
        type: u1
      - id: plain_text_data
        type: data_sub_block
        repeat: until
        repeat-until: _.block_size == 0
  application_extension:
    doc: '[26]'
    seq:
      - id: block_size
        contents: [11]
      - id: application_identifier
        type: str
        size: 8
        encoding: ASCII
      - id: application_authentication_code
        size: 3
      - id: application_data
        type: data_sub_block
        repeat: until
        repeat-until: _.block_size == 0
  other_extension:
    doc: Whatever its label, an extension is a sequence of sub-blocks, so a decoder can pass over it.
    seq:
      - id: extension_data
        type: data_sub_block
        repeat: until
        repeat-until: _.block_size == 0
enums:
  block_label:
    0x21: extension_introducer
    0x2c: image_separator
    0x3b: trailer
  extension_label:
    0x01: plain_text
    0xf9: graphic_control
    0xfe: comment
    0xff: application
