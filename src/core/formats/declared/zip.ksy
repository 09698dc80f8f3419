# ZIP, written from its specification (PKWARE's APPNOTE.TXT 6.3, of which ISO/IEC 21320-1 is a profile): fields have the names
# that it gives them, and the numbers in brackets are its sections. A ZIP is opened from its end, so there is no way through
# it here: each record is a type, and zip.ts reads them where they are.
meta:
  id: zip
  title: ZIP archive
  endian: le
types:
  local_file_header:
    doc: '[4.3.7]'
    seq:
      - id: local_file_header_signature
        contents: [0x50, 0x4b, 3, 4]
      - id: version_needed_to_extract
        type: u2
        doc: Ten times the version, so 20 is 2.0.
      - id: general_purpose_bit_flag
        type: u2
        doc: '[4.4.4]; bit 0: encrypted, bit 3: sums and sizes follow the data, bit 11: names are UTF-8'
      - id: compression_method
        type: u2
        enum: compression_method
      - id: last_mod_file_time
        type: u2
        doc: Of MS-DOS; from the lowest bit, half the seconds (5), minutes (6), hours (5).
      - id: last_mod_file_date
        type: u2
        doc: Of MS-DOS; from the lowest bit, day (5), month (4), years after 1980 (7).
      - id: crc_32
        type: u4
      - id: compressed_size
        type: u4
      - id: uncompressed_size
        type: u4
      - id: file_name_length
        type: u2
      - id: extra_field_length
        type: u2
      - id: file_name
        type: str
        size: file_name_length
        encoding: UTF-8
      - id: extra_field
        type: extra_field
        size: extra_field_length
  data_descriptor:
    doc: '[4.3.9], with the signature that it may do without'
    seq:
      - id: data_descriptor_signature
        contents: [0x50, 0x4b, 7, 8]
      - id: crc_32
        type: u4
      - id: compressed_size
        type: u4
      - id: uncompressed_size
        type: u4
  zip64_data_descriptor:
    doc: '[4.3.9.2]: after a file whose header has a ZIP64 extra field, sizes are of 8 bytes'
    seq:
      - id: data_descriptor_signature
        contents: [0x50, 0x4b, 7, 8]
      - id: crc_32
        type: u4
      - id: compressed_size
        type: u8
      - id: uncompressed_size
        type: u8
  central_directory_header:
    doc: '[4.3.12]'
    seq:
      - id: central_file_header_signature
        contents: [0x50, 0x4b, 1, 2]
      - id: version_made_by
        type: u2
        doc: The upper byte is the system whose file attributes these are.
      - id: version_needed_to_extract
        type: u2
      - id: general_purpose_bit_flag
        type: u2
      - id: compression_method
        type: u2
        enum: compression_method
      - id: last_mod_file_time
        type: u2
      - id: last_mod_file_date
        type: u2
      - id: crc_32
        type: u4
      - id: compressed_size
        type: u4
      - id: uncompressed_size
        type: u4
      - id: file_name_length
        type: u2
      - id: extra_field_length
        type: u2
      - id: file_comment_length
        type: u2
      - id: disk_number_start
        type: u2
      - id: internal_file_attributes
        type: u2
      - id: external_file_attributes
        type: u4
      - id: relative_offset_of_local_header
        type: u4
      - id: file_name
        type: str
        size: file_name_length
        encoding: UTF-8
      - id: extra_field
        type: extra_field
        size: extra_field_length
      - id: file_comment
        type: str
        size: file_comment_length
        encoding: UTF-8
  end_of_central_directory_record:
    doc: '[4.3.16]'
    seq:
      - id: end_of_central_dir_signature
        contents: [0x50, 0x4b, 5, 6]
      - id: number_of_this_disk
        type: u2
      - id: number_of_the_disk_with_the_central_directory
        type: u2
      - id: entries_on_this_disk
        type: u2
      - id: total_entries
        type: u2
      - id: size_of_the_central_directory
        type: u4
      - id: offset_of_the_central_directory
        type: u4
      - id: zip_file_comment_length
        type: u2
      - id: zip_file_comment
        type: str
        size: zip_file_comment_length
        encoding: UTF-8
  extra_field:
    doc: '[4.5.1]'
    seq:
      - id: blocks
        type: extra_field_block
        repeat: eos
  extra_field_block:
    seq:
      - id: header_id
        type: u2
        enum: header_id
      - id: data_size
        type: u2
      - id: data
        size: data_size
enums:
  # [4.4.5], those that are still written. ISO/IEC 21320-1 has the first two alone.
  compression_method:
    0: stored
    8: deflated
    9: deflate64
    12: bzip2
    14: lzma
    93: zstandard
    95: xz
    98: ppmd
    99: ae_x_encryption
  # [4.5.2] and [4.6.1], the usual ones.
  header_id:
    0x0001: zip64
    0x000a: ntfs
    0x5455: extended_timestamp
    0x6375: unicode_comment
    0x7075: unicode_path
    0x7855: info_zip_unix
    0x7875: info_zip_new_unix
    0x9901: ae_x_encryption
