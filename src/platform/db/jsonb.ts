import { sql, type RawBuilder } from 'kysely';

/** A value for a jsonb column: the same on both drivers (`pg` would send an array as a PostgreSQL array). */
export const jsonb = <T>(value: T): RawBuilder<T> => sql<T>`cast(${JSON.stringify(value)} as jsonb)`;
