/** The pictures of public/media: what each holds, and how it is encoded. */
import sharp from 'sharp';
import { withExif, type ByteOrderMark } from './exif.ts';
import { drawScene, turnLeft, VIEWS, type Picture } from './scene.ts';

export interface MediaFile {
  readonly name: string;
  readonly picture: Picture;
  readonly format: 'png' | 'jpeg';
  /** An EXIF block with an orientation, in this byte order. */
  readonly exif: ByteOrderMark | null;
}

export function mediaFiles(): readonly MediaFile[] {
  const large = drawScene(VIEWS.large);
  const small = drawScene(VIEWS.small);
  const turned = turnLeft(small);
  return [
    { name: 'lake-640x400.png', picture: large, format: 'png', exif: null },
    { name: 'lake-640x400.jpg', picture: large, format: 'jpeg', exif: null },
    { name: 'lake-327x125.png', picture: small, format: 'png', exif: null },
    { name: 'lake-327x125.jpg', picture: small, format: 'jpeg', exif: null },
    { name: 'lake-exif-ii.jpg', picture: turned, format: 'jpeg', exif: 'II' },
    { name: 'lake-exif-mm.jpg', picture: turned, format: 'jpeg', exif: 'MM' },
  ];
}

export async function encode({ picture, format, exif }: MediaFile): Promise<Uint8Array> {
  const { width, height, data } = picture;
  const raw = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  if (format === 'png') return raw.png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
  const jpeg = await raw.jpeg({ quality: 82 }).toBuffer();
  return exif === null ? jpeg : withExif(jpeg, exif, 'Bytescope scripts/media');
}
