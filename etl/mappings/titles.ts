import { mapping as en } from '#domain/messages/en/mapping.ts';
import { mapping as th } from '#domain/messages/th/mapping.ts';

/** What people call a mapping that ships; its name is what commands take. */
export const titlesOf = (name: keyof typeof th): { th: string; en: string } => ({ th: th[name], en: en[name] });
