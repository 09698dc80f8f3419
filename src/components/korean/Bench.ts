import '../../i18n/ko';

export { default } from '../bench/Bench';
