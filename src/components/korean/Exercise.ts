import '../../i18n/ko';

export { default } from '../exercise/Exercise';
