/**
 * The elements of WebM that have a name here, by id with its marker.
 *
 * @see RFC 8794 (EBML), RFC 9559 (Matroska)
 */

export type WebMType = 'master' | 'uint' | 'int' | 'float' | 'text' | 'binary' | 'block';

export interface WebMElement {
  readonly name: string;
  readonly type: WebMType;
  /** The element that it stands in; null at the top, `*` anywhere. */
  readonly parent: string | null;
}

const table: Readonly<Record<string, readonly [parent: string | null, list: string]>> = {
  top: [null, '1A45DFA3 EBML master, 18538067 Segment master'],
  any: ['*', 'EC Void binary, BF CRC-32 binary'],
  EBML: [
    'EBML',
    '4286 EBMLVersion uint, 42F7 EBMLReadVersion uint, 42F2 EBMLMaxIDLength uint, 42F3 EBMLMaxSizeLength uint, 4282 DocType text, 4287 DocTypeVersion uint, 4285 DocTypeReadVersion uint',
  ],
  Segment: [
    'Segment',
    '114D9B74 SeekHead master, 1549A966 Info master, 1654AE6B Tracks master, 1F43B675 Cluster master, 1C53BB6B Cues master, 1254C367 Tags master, 1043A770 Chapters master, 1941A469 Attachments master',
  ],
  SeekHead: ['SeekHead', '4DBB Seek master'],
  Seek: ['Seek', '53AB SeekID binary, 53AC SeekPosition uint'],
  Info: [
    'Info',
    '2AD7B1 TimestampScale uint, 4489 Duration float, 4D80 MuxingApp text, 5741 WritingApp text, 4461 DateUTC int, 7BA9 Title text, 73A4 SegmentUUID binary',
  ],
  Tracks: ['Tracks', 'AE TrackEntry master'],
  TrackEntry: [
    'TrackEntry',
    'D7 TrackNumber uint, 73C5 TrackUID uint, 83 TrackType uint, B9 FlagEnabled uint, 88 FlagDefault uint, 55AA FlagForced uint, 9C FlagLacing uint, 22B59C Language text, 536E Name text, 86 CodecID text, 63A2 CodecPrivate binary, 258688 CodecName text, 23E383 DefaultDuration uint, 56AA CodecDelay uint, 56BB SeekPreRoll uint, E0 Video master, E1 Audio master, 6D80 ContentEncodings master',
  ],
  Video: [
    'Video',
    'B0 PixelWidth uint, BA PixelHeight uint, 54B0 DisplayWidth uint, 54BA DisplayHeight uint, 54B2 DisplayUnit uint, 9A FlagInterlaced uint, 9D FieldOrder uint, 53C0 AlphaMode uint, 55B0 Colour master',
  ],
  Colour: [
    'Colour',
    '55B1 MatrixCoefficients uint, 55B7 ChromaSitingHorz uint, 55B8 ChromaSitingVert uint, 55B9 Range uint, 55BA TransferCharacteristics uint, 55BB Primaries uint',
  ],
  Audio: [
    'Audio',
    'B5 SamplingFrequency float, 78B5 OutputSamplingFrequency float, 9F Channels uint, 6264 BitDepth uint',
  ],
  Cluster: [
    'Cluster',
    'E7 Timestamp uint, AB PrevSize uint, A7 Position uint, A3 SimpleBlock block, A0 BlockGroup master',
  ],
  BlockGroup: [
    'BlockGroup',
    'A1 Block block, 9B BlockDuration uint, FB ReferenceBlock int, 75A2 DiscardPadding int',
  ],
  Cues: ['Cues', 'BB CuePoint master'],
  CuePoint: ['CuePoint', 'B3 CueTime uint, B7 CueTrackPositions master'],
  CueTrackPositions: [
    'CueTrackPositions',
    'F7 CueTrack uint, F1 CueClusterPosition uint, F0 CueRelativePosition uint, B2 CueDuration uint, 5378 CueBlockNumber uint',
  ],
  Tags: ['Tags', '7373 Tag master'],
  Tag: ['Tag', '63C0 Targets master, 67C8 SimpleTag master'],
  Targets: ['Targets', '68CA TargetTypeValue uint, 63C5 TagTrackUID uint'],
  SimpleTag: ['SimpleTag', '45A3 TagName text, 4487 TagString text'],
};

/** By id as hexadecimal digits. */
export const WEBM_ELEMENTS: ReadonlyMap<string, WebMElement> = new Map(
  Object.values(table).flatMap(([parent, list]) =>
    list.split(', ').map((entry): [string, WebMElement] => {
      const [id = '', name = '', type] = entry.split(' ');
      return [id, { name, type: type as WebMType, parent }];
    }),
  ),
);
