/**
 * The Korean words of what islands draw. Importing this file gives them to the rooms: the build and the islands of Korean
 * pages do (`components/korean`), so that English pages load none of it.
 */
import { benchText } from '../bench';
import { bitsText } from '../bits';
import { blobsText } from '../blobs';
import { consoleText } from '../console';
import { controlsText } from '../controls';
import { endiannessText } from '../endianness';
import { errorText } from '../errors';
import { feedbackWords, refusalWords } from '../exercise';
import { exercisePageText } from '../exercise-page';
import { heroText } from '../hero';
import { memoryText } from '../memory';
import { messagesText } from '../messages';
import { networkText } from '../network';
import { numberCircleText } from '../number-circle';
import { pixelsText } from '../pixels';
import { timelineText } from '../timeline';
import { uploadText } from '../upload';
import { bench } from './bench';
import { bits } from './bits';
import { blobs } from './blobs';
import { consoleWords } from './console';
import { controls } from './controls';
import { endianness } from './endianness';
import { errors } from './errors';
import { feedback, refusal } from './exercise';
import { exercisePage } from './exercise-page';
import { hero } from './hero';
import { memory } from './memory';
import { messages } from './messages';
import { network } from './network';
import { numberCircle } from './number-circle';
import { pixels } from './pixels';
import { timeline } from './timeline';
import { upload } from './upload';

benchText.ko = bench;
bitsText.ko = bits;
blobsText.ko = blobs;
consoleText.ko = consoleWords;
controlsText.ko = controls;
endiannessText.ko = endianness;
errorText.ko = errors;
exercisePageText.ko = exercisePage;
feedbackWords.ko = feedback;
heroText.ko = hero;
memoryText.ko = memory;
messagesText.ko = messages;
networkText.ko = network;
numberCircleText.ko = numberCircle;
pixelsText.ko = pixels;
refusalWords.ko = refusal;
timelineText.ko = timeline;
uploadText.ko = upload;
