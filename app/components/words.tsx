import { createContext, useContext, type ReactNode } from 'react';
import type { Digits, Language, Translate } from '#domain/messages/words.ts';

export type Reading = {
  language: Language;
  digits: Digits;
  /** Chosen by hand; absent: as the device. */
  theme?: 'light' | 'dark';
  t: Translate;
};

const ReadingContext = createContext<Reading | null>(null);

/** Gives every component below the words of one language. The entries wrap the whole page in it. */
export function ReadingProvider({ reading, children }: { reading: Reading; children: ReactNode }) {
  return <ReadingContext.Provider value={reading}>{children}</ReadingContext.Provider>;
}

/** The translator of the language on the screen: `t('status.on_plan')`. */
export function useT(): Translate {
  return useReading().t;
}

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('A component that shows words stands outside ReadingProvider');
  return reading;
}
