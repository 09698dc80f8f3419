import '../../i18n/ko';

export { NumberCircle } from '../../visualizers/number-circle/View';
