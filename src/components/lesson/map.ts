/** What MDX may use without importing it. README.md describes each. */
import Bench from '../bench/Bench.astro';
import Exercise from '../exercise/Exercise.astro';
import Quiz from '../quiz/Quiz.astro';
import Aside from './Aside.astro';
import Endianness from './Endianness.astro';
import ErrorOutput from './ErrorOutput.astro';
import Figure from './Figure.astro';
import Link from './Link.astro';
import ListItem from './ListItem.astro';
import MediaFile from './MediaFile.astro';
import MemoryFigure from './MemoryFigure.astro';
import NumberCircle from './NumberCircle.astro';
import Output from './Output.astro';
import Paragraph from './Paragraph.astro';
import Ref from './Ref.astro';
import Seed from './Seed.astro';
import Term from './Term.astro';
import TwoEngines from './TwoEngines.astro';

export const lessonComponents = {
  a: Link,
  li: ListItem,
  p: Paragraph,
  strong: Term,
  Aside,
  Bench,
  Endianness,
  ErrorOutput,
  Exercise,
  Figure,
  MediaFile,
  MemoryFigure,
  NumberCircle,
  Output,
  Quiz,
  Ref,
  Seed,
  TwoEngines,
};
