import type { ItemRef } from './experience.ts';

export const experiencesPath = (slug: string): string => `/conditions/${slug}/experiences`;
export const experiencePath = (slug: string, id: string): string => `${experiencesPath(slug)}/${id}`;
export const writePath = (slug: string, questionId?: string | null): string =>
  `${experiencesPath(slug)}/new${questionId ? `?question=${questionId}` : ''}`;

export const minePath = '/me/experiences';
/** Where an author reads what moderators decided, why, and how to appeal. */
export const decisionsPath = '/me/decisions';
/** A step of writing: the words, who may read them, the last look. */
export const draftPath = (id: string, step: 'words' | 'readers' | 'check' | 'history' = 'words'): string =>
  `/me/experiences/${id}${step === 'words' ? '' : `/${step}`}`;

/** Anybody can report what anybody can read; also whoever it is about. */
export const reportPath = ({ kind, id }: ItemRef): string => `/report/${kind}/${id}`;

/** Under which words wait on a device. */
export const newWordsKey = (slug: string, questionId: string | null): string => `new:${slug}:${questionId ?? ''}`;
