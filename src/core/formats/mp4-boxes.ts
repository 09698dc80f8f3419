/**
 * The boxes of ISO BMFF (MP4) that are opened or read here.
 *
 * @see ISO/IEC 14496-12, 14496-14, 14496-15
 */

/** Boxes that hold boxes, with the bytes of their own that come first. */
export const MP4_CONTAINERS: ReadonlyMap<string, number> = new Map([
  ...[
    'moov',
    'trak',
    'mdia',
    'minf',
    'stbl',
    'edts',
    'dinf',
    'mvex',
    'moof',
    'traf',
    'mfra',
    'udta',
    'sinf',
    'schi',
  ].map((type): [string, number] => [type, 0]),
  // Version, flags, and the number of entries.
  ['dref', 8],
  ['stsd', 8],
  // Sample entries: a reference index, then what a picture or a sound has.
  ...['avc1', 'avc3', 'hvc1', 'hev1', 'vp08', 'vp09', 'av01'].map((type): [string, number] => [
    type,
    78,
  ]),
  ...['mp4a', 'Opus', 'fLaC'].map((type): [string, number] => [type, 28]),
]);

/** How one field of a box is stored; all numbers are big-endian. */
export type FieldType =
  | 'u8'
  | 'u16'
  | 'u24'
  | 'u32'
  | 'u64'
  | 'i32'
  /** Four letters. */
  | 'code'
  /** Four letters, as often as there is room. */
  | 'codes'
  /** 32 bits with a fraction of 16. */
  | 'fixed'
  /** 32 bits in version 0, 64 bits in version 1. */
  | 'time'
  /** UTF-8 up to a zero byte. */
  | 'text'
  /** As many bytes as follow the name: `skip12`. */
  | `skip${number}`;

const full = 'version u8, flags u24';

/** The first fields of a box, `name type`, in their order; boxes with tables show their heads. */
export const MP4_FIELDS: ReadonlyMap<
  string,
  readonly (readonly [name: string, type: FieldType])[]
> = new Map(
  Object.entries({
    ftyp: 'major_brand code, minor_version u32, compatible_brands codes',
    styp: 'major_brand code, minor_version u32, compatible_brands codes',
    mvhd: `${full}, creation_time time, modification_time time, timescale u32, duration time`,
    tkhd: `${full}, creation_time time, modification_time time, track_ID u32, reserved skip4, duration time, reserved skip52, width fixed, height fixed`,
    mdhd: `${full}, creation_time time, modification_time time, timescale u32, duration time`,
    hdlr: `${full}, pre_defined u32, handler_type code, reserved skip12, name text`,
    stsd: `${full}, entry_count u32`,
    stts: `${full}, entry_count u32`,
    stss: `${full}, entry_count u32`,
    stsc: `${full}, entry_count u32`,
    stsz: `${full}, sample_size u32, sample_count u32`,
    stco: `${full}, entry_count u32`,
    co64: `${full}, entry_count u32`,
    ctts: `${full}, entry_count u32`,
    mehd: `${full}, fragment_duration time`,
    trex: `${full}, track_ID u32, default_sample_description_index u32, default_sample_duration u32, default_sample_size u32, default_sample_flags u32`,
    mfhd: `${full}, sequence_number u32`,
    tfhd: `${full}, track_ID u32`,
    tfdt: `${full}, baseMediaDecodeTime time`,
    trun: `${full}, sample_count u32`,
    sidx: `${full}, reference_ID u32, timescale u32, earliest_presentation_time time, first_offset time`,
    avcC: 'configurationVersion u8, AVCProfileIndication u8, profile_compatibility u8, AVCLevelIndication u8',
    avc1: 'reserved skip6, data_reference_index u16, reserved skip16, width u16, height u16',
    mp4a: 'reserved skip6, data_reference_index u16, reserved skip8, channelcount u16, samplesize u16, reserved skip4, samplerate fixed',
  }).map(([type, list]) => [
    type,
    list.split(', ').map((entry) => entry.split(' ') as [string, FieldType]),
  ]),
);

/** Fields that stand behind those of a box where a bit of its flags says so, in their order. */
export const MP4_OPTIONAL: ReadonlyMap<
  string,
  readonly (readonly [bit: number, name: string, type: FieldType])[]
> = new Map([
  [
    'tfhd',
    [
      [0x01, 'base_data_offset', 'u64'],
      [0x02, 'sample_description_index', 'u32'],
      [0x08, 'default_sample_duration', 'u32'],
      [0x10, 'default_sample_size', 'u32'],
      [0x20, 'default_sample_flags', 'u32'],
    ],
  ],
  [
    'trun',
    [
      [0x01, 'data_offset', 'i32'],
      [0x04, 'first_sample_flags', 'u32'],
    ],
  ],
]);

/** In a sample's flags: it is no sync sample, and cannot be begun at. */
export const NON_SYNC_SAMPLE = 0x10000;
