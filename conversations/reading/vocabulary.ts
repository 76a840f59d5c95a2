import { Lexicon } from '../language/lexicon.ts';
import { Sounds } from '../language/sound.ts';
import { wordsInTable } from '../language/table.ts';
import { languageWords } from '../language/words.ts';
import { subjectWords } from '../subjects/words.ts';

export interface Vocabulary {
  lexicon: Lexicon;
  sounds: () => Sounds;
}

/** Language first: what an operator is, stays one. */
export function vocabularyOf(tables: readonly string[]): Vocabulary {
  const lexicon = new Lexicon(tables.flatMap((table) => wordsInTable(table)));
  let sounds: Sounds | undefined;
  const made = (): Sounds => {
    sounds ??= new Sounds(lexicon.words);
    return sounds;
  };
  return { lexicon, sounds: made };
}

let everything: Vocabulary | undefined;

/** All words of the language and of the subjects, compiled at first use. */
export function readingVocabulary(): Vocabulary {
  everything ??= vocabularyOf([...languageWords, ...subjectWords]);
  return everything;
}

const noSounds = new Sounds([]);

/** Of numbers and kin nothing is guessed by its sound: what was misheard is asked about. */
export function soundless(): Sounds {
  return noSounds;
}

/** The same words, none of them looked for by its sound. */
export function writtenOnly({ lexicon }: Vocabulary): Vocabulary {
  return { lexicon, sounds: soundless };
}
