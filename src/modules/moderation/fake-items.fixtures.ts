import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import type { ItemRef, MedicalNote, ModeratedItem } from './items.ts';
import type { Standing } from './moderation.ts';
import type { ModeratedItems } from './moderation.usecases.ts';

/** Texts that are nowhere, for tests: what moderation says to whoever keeps them is written down. */
export function fakeItems() {
  const texts = new Map<string, ModeratedItem & { audience: 'everyone' | 'members' }>();
  const standings = new Map<string, Standing>();
  const notes = new Map<string, MedicalNote | null>();
  const items: ModeratedItems = {
    find: async (_: Database, { id }: ItemRef) => texts.get(id),
    listWords: async () => texts,
    isReadable: async (_, { id }, accountId) =>
      (standings.get(id) ?? 'shown') === 'shown' && (texts.get(id)?.audience === 'everyone' || accountId !== undefined),
    setStanding: async (_, { id }, standing) => void standings.set(id, standing),
    setNote: async (_, { id }, note) => void notes.set(id, note),
  };
  return {
    items,
    texts,
    standings,
    notes,
    clear() {
      for (const each of [texts, standings, notes]) each.clear();
    },
    add(text: Partial<ModeratedItem> & { audience?: 'everyone' | 'members' } = {}): ItemRef {
      const id = text.id ?? newId();
      texts.set(id, {
        kind: 'experience',
        title: 'The bus',
        body: 'It was late, and so was I.',
        language: 'en',
        authorId: newId(),
        authorName: 'Maren',
        relation: null,
        ofAgeIn: null,
        conditionId: newId(),
        questionId: null,
        revisions: [],
        publishedAt: new Date('2026-11-20'),
        path: '/conditions/stillness/experiences',
        demo: false,
        audience: 'everyone',
        ...text,
        id,
      });
      return { kind: text.kind ?? 'experience', id };
    },
  };
}
