import '../../i18n/ko';

export { Inspector } from '../inspector/Inspector';
