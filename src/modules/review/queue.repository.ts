import { sql, type RawBuilder } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { lookAtEvidence } from './changed-evidence.repository.ts';
import type { Standing } from './review.ts';
import type { Topics } from './wishes.ts';

/** A published text on the way to a signature, or with one. */
export interface QueueEntry {
  conditionId: string;
  questionId: string;
  language: LanguageTag;
  revisionId: string;
  number: number;
  textDate: string;
  reviewMonths: number;
  state: Standing['state'];
  reviewerId: string | null;
  /** `YYYY-MM-DD` */
  dueOn: string | null;
  signedOn: string | null;
  /** An earlier version was signed. */
  signedBefore: boolean;
  /** A number or a source under it is not as it was signed. */
  evidenceChanged: boolean;
  /** One of the topics that were asked for. */
  topic: boolean;
  /** In thirteen weeks, rounded down: to ten, and to two digits. */
  reads: number;
}

/** Signed texts that fall due in a month, by who signed them. */
export interface DueEntry {
  /** `YYYY-MM`, or `overdue`. */
  month: string;
  reviewerId: string;
  slug: string;
  name: string;
  texts: number;
}

/** What a reviewer has to do with. */
export interface Load {
  /** On the desk now. */
  onDesk: number;
  /** Signed by them and in date. */
  inDate: number;
  /** Of these, due within 90 days. */
  soon: number;
  overdue: number;
}

export const noLoad: Load = { onDesk: 0, inDate: 0, soon: 0, overdue: 0 };

const none: Topics = { conditionIds: [], groupIds: [] };

/** Ids of the conditions that topics mean: those named with all below them, and all of the groups. */
const meant = ({ conditionIds, groupIds }: Topics): RawBuilder<unknown> => sql`(
  with recursive topic (id) as (
    select id from conditions where id = any (${[...conditionIds]}::uuid[]) or group_id = any (${[...groupIds]}::text[])
    union select c.id from conditions c join topic t on c.parent_id = t.id)
  select id from topic)`;

/** Published texts with where they stand: a corrected slip of the pen leaves the signature where it is. */
const published = sql`
  answers a
  join revisions r on r.condition_id = a.condition_id and r.id = a.published_revision_id
  left join site_revisions w on w.condition_id = a.condition_id and w.revision_id = r.id
  left join review_standings s on s.condition_id = a.condition_id and s.revision_id = coalesce(w.carries_revision_id, r.id)`;

/** What waits for reviewers, and what will. All days are `YYYY-MM-DD`. */
export function createQueueRepository(database: Database) {
  return {
    /**
     * Published texts in these languages. What is in date comes last of all. Of the rest, topics come first; within them what
     * is overdue, then what rests on something else than was signed, then what falls due within 90 days, then what has no
     * signature; and within each of these the questions whose reviews hold the shortest (treatment), then what is read most,
     * then what waits the longest.
     */
    async listQueue({
      languages,
      today,
      topics = none,
      limit,
      offset = 0,
    }: {
      languages: readonly LanguageTag[];
      today: string;
      topics?: Topics;
      limit: number;
      offset?: number;
    }): Promise<QueueEntry[]> {
      await lookAtEvidence(database);
      const { rows } = await sql<QueueEntry>`
        with waiting as (
          select a.condition_id as "conditionId", a.id as "answerId", a.question_id as "questionId", a.language,
            r.id as "revisionId", r.number, r.text_date::text as "textDate", q.review_months as "reviewMonths",
            coalesce(s.state, 'waiting') as state, s.reviewer_id as "reviewerId", s.due_on::text as "dueOn",
            s.signed_on::text as "signedOn",
            coalesce(s.evidence_changed, false) as "evidenceChanged",
            a.condition_id in ${meant(topics)} as topic,
            coalesce(n.reads - n.reads % greatest(10, 10 ^ (length(n.reads::text) - 2))::int, 0)::int as reads,
            case when s.due_on < ${today}::date then 0 when s.evidence_changed then 1
              when s.due_on <= ${today}::date + 90 then 2 when s.due_on is null then 3 else 4 end as class
          from ${published}
          join questions q on q.id = a.question_id
          left join (select condition_id, answer_id, sum(reads)::int as reads from answer_reads
            where week >= date_trunc('week', ${today}::date)::date - 84 and week <= ${today}::date
            group by 1, 2) n on n.condition_id = a.condition_id and n.answer_id = a.id
          where a.language = any (${[...languages]}::text[])
        ), page as (
          select *, row_number() over () as place from (
            select * from waiting
            order by class = 4, not topic, class, "reviewMonths", reads desc, "dueOn", "textDate", "conditionId", "answerId"
            limit ${limit} offset ${offset}) ordered)
        select "conditionId", "questionId", language, "revisionId", number, "textDate", "reviewMonths", state,
          "reviewerId", "dueOn", "signedOn", "evidenceChanged", topic, reads,
          exists (select from review_standings b where b.condition_id = page."conditionId" and b.answer_id = page."answerId"
            and b.revision_id <> page."revisionId" and b.signed_on is not null) as "signedBefore"
        from page order by place`.execute(database);
      return rows;
    },

    /**
     * How many published texts there are, have a signature that is in date, or are overdue, by language. With topics: only of
     * these.
     */
    async countByAge(today: string, topics?: Topics) {
      const { rows } = await sql<{ language: string; texts: number; signed: number; overdue: number; soon: number }>`
        select a.language, count(*)::int as texts,
          count(*) filter (where s.due_on >= ${today}::date)::int as signed,
          count(*) filter (where s.due_on < ${today}::date)::int as overdue,
          count(*) filter (where s.due_on between ${today}::date and ${today}::date + 90)::int as soon
        from ${published}
        ${topics ? sql`where a.condition_id in ${meant(topics)}` : sql``}
        group by a.language order by a.language`.execute(database);
      return rows;
    },

    /** Which of these conditions topics mean. */
    async amongTopics(conditionIds: readonly string[], topics: Topics): Promise<Set<string>> {
      const { rows } = await sql<{ id: string }>`
        select id from conditions where id = any (${[...conditionIds]}::uuid[]) and id in ${meant(topics)}`.execute(
        database,
      );
      return new Set(rows.map(({ id }) => id));
    },

    /** What is overdue, and what falls due within so many months, under whose name. */
    async listDue(today: string, months: number): Promise<DueEntry[]> {
      const { rows } = await sql<DueEntry>`
        select case when s.due_on < ${today}::date then 'overdue' else to_char(s.due_on, 'YYYY-MM') end as month,
          s.signatory_id as "reviewerId", v.slug, v.name, count(*)::int as texts
        from ${published}
        join reviewers v on v.id::text = s.signatory_id
        where s.due_on < date_trunc('month', ${today}::date) + make_interval(months => ${months})
        group by 1, 2, v.slug, v.name order by 1, texts desc, v.name`.execute(database);
      return [...rows.filter(({ month }) => month === 'overdue'), ...rows.filter(({ month }) => month !== 'overdue')];
    },

    /** By reviewer, of all or of one; whoever is not in it has nothing. Proposals on a desk count, too. */
    async listLoads(today: string, reviewerId?: string): Promise<Map<string, Load>> {
      const { rows } = await sql<Load & { id: string }>`
        with has as (
          select s.reviewer_id::text as id, 'desk' as what from review_standings s
          join revisions r on r.condition_id = s.condition_id and r.id = s.revision_id
          join answers a on a.condition_id = s.condition_id and a.id = s.answer_id
          left join revisions p on p.condition_id = a.condition_id and p.id = a.published_revision_id
          -- a version that another one has taken the place of is on nobody's desk
          where s.state = 'in-review' and r.number >= coalesce(p.number, 0)
            ${reviewerId === undefined ? sql`` : sql`and s.reviewer_id = ${reviewerId}::uuid`}
          union all
          select s.signatory_id, case when s.due_on < ${today}::date then 'overdue'
            when s.due_on <= ${today}::date + 90 then 'soon' else 'later' end
          from ${published} where s.due_on is not null
            ${reviewerId === undefined ? sql`` : sql`and s.signatory_id = ${reviewerId}`})
        select id, count(*) filter (where what = 'desk')::int as "onDesk",
          count(*) filter (where what in ('soon', 'later'))::int as "inDate",
          count(*) filter (where what = 'soon')::int as soon, count(*) filter (where what = 'overdue')::int as overdue
        from has group by id`.execute(database);
      return new Map(rows.map(({ id, ...load }) => [id, load]));
    },
  };
}

export type QueueRepository = ReturnType<typeof createQueueRepository>;
