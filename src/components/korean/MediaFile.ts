import '../../i18n/ko';

export { MediaFile } from '../../visualizers/media-file/MediaFile';
