import '../../i18n/ko';

export { Endianness } from '../../visualizers/endianness/View';
