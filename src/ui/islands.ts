import { startComfort } from './islands/comfort.ts';
import { startContents } from './islands/contents.ts';
import { startLater } from './islands/later.ts';
import { startReading } from './islands/reading.ts';
import { startSuggestions } from './islands/suggestions.ts';
import { startTools } from './islands/tools.ts';

// Everything readable works without these; each adds one comfort and knows nothing of the others.
startTools();
startComfort();
startReading();
startContents();
startLater();
startSuggestions();
