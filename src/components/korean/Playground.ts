import '../../i18n/ko';

export { default } from '../playground/Playground';
