import '../../i18n/ko';

export { Hero } from '../hero/Hero';
