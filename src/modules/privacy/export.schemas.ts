import { z } from 'zod';

const time = z.iso.datetime();
const condition = z
  .object({ slug: z.string(), name: z.string() })
  .describe('The condition: its address on the site, and its name in the language of the export.');
const code = z.string();
const year = z.int().nullable();
const act = {
  at: time,
  act: code.describe('What was done, as a code such as staff.granted.'),
  object: z.string().nullable().describe('The id of what was acted on.'),
  details: z.record(z.string(), z.unknown()),
};

/** Everything that an atlas holds about one person. Its JSON Schema is served beside it, made from this. */
export const exportSchema = z
  .object({
    format: z.literal('cairn-export'),
    version: z
      .literal(1)
      .describe('Goes up when a field changes its meaning or is taken away; new fields may come at any time.'),
    schema: z.url().describe('Where this schema is served.'),
    site: z.object({ name: z.string(), address: z.url() }),
    madeAt: time,
    account: z.object({
      email: z.string().describe('The address with which you sign in.'),
      emailVerified: z.boolean(),
      name: z.string(),
      language: z.string().describe('The language in which you are written to, as a BCP 47 tag.'),
      secondFactor: z.boolean().describe('Whether a second factor is asked for when you sign in.'),
      createdAt: time,
      changedAt: time,
    }),
    profile: z
      .object({
        joinedAt: time,
        displayName: z.string().nullable(),
        region: z.string().nullable().describe('ISO 3166-1 or 3166-2.'),
        birthYear: year,
        role: code.nullable(),
        showsCountry: z.boolean().describe('Whether other members may see the country.'),
        joined: z.boolean(),
        leavingOn: time.nullable().describe('When everything will be erased, if you are leaving.'),
        leavingKeepsExperiences: z.boolean(),
      })
      .nullable()
      .describe('What you say about yourself; null if you never joined.'),
    joining: z
      .object({ answers: z.unknown(), changedAt: time })
      .nullable()
      .describe('What you have said while joining, if you have not finished.'),
    memberships: z.array(
      z.object({
        condition,
        role: code.nullable(),
        state: code.nullable(),
        firstSymptomsYear: year,
        diagnosisYear: year,
        listed: z.boolean().describe('Whether other members of this condition can see that you are one.'),
        since: time,
      }),
    ),
    consents: z.array(
      z.object({
        kind: code,
        version: z.string(),
        language: z.string(),
        wording: z.string().describe('The exact words that you agreed to.'),
        agreedAt: time,
        withdrawnAt: time.nullable(),
      }),
    ),
    experiences: z.array(
      z.object({
        id: z.uuid(),
        condition,
        question: z.string().nullable(),
        language: z.string(),
        title: z.string(),
        text: z.string(),
        shownName: z.string().nullable().describe('The name under it; null: none.'),
        role: code,
        relation: code.nullable().describe('How you stand to whom it is about; null: it is about you.'),
        ofAgeIn: year.describe('When whom it is about comes of age, if they are not.'),
        yearsSince: code.nullable().describe('How long ago the diagnosis was when you wrote it.'),
        contentNotes: z.array(code),
        audience: code.describe('Who may read it: members or everyone.'),
        state: code.describe('Published, or withdrawn by you.'),
        standing: code.describe('Whether it is shown, as moderators decided.'),
        publishedAt: time,
        changedAt: time.nullable(),
      }),
    ),
    drafts: z
      .array(
        z.object({ id: z.uuid(), condition, question: z.string().nullable(), content: z.unknown(), changedAt: time }),
      )
      .describe('What you are writing and have not published.'),
    experienceVersions: z
      .array(
        z.object({
          id: z.uuid().describe('Of the experience or reply.'),
          condition,
          version: z.int(),
          title: z.string(),
          text: z.string(),
          publishedAt: time,
        }),
      )
      .describe('Every text that an experience or reply of yours had.'),
    replies: z.array(
      z.object({
        id: z.uuid(),
        condition,
        experience: z.uuid(),
        language: z.string(),
        text: z.string(),
        shownName: z.string().nullable(),
        state: code,
        standing: code,
        publishedAt: time,
        changedAt: time.nullable(),
      }),
    ),
    reactions: z.array(z.object({ condition, experience: z.uuid(), kind: code })),
    sessions: z
      .array(z.object({ browser: z.string().nullable(), begunAt: time, usedAt: time, endsAt: time }))
      .describe('Where you are signed in. No address is ever kept.'),
    passkeys: z.array(
      z.object({ name: z.string().nullable(), kind: z.string(), backedUp: z.boolean(), addedAt: time }),
    ),
    passwords: z
      .array(z.object({ kind: z.string(), setAt: time, changedAt: time }))
      .describe('That there is a password, and since when. The password itself is known to nobody but you.'),
    secondFactors: z.array(z.object({ inUse: z.boolean() })),
    mails: z
      .array(z.object({ subject: z.string(), language: z.string(), writtenAt: time, sentAt: time.nullable() }))
      .describe('Mails to you that are not sent yet.'),
    staffRoles: z.array(z.object({ role: code, grantedAt: time })),
    reviewerProfiles: z
      .array(
        z.object({
          name: z.string(),
          credential: z.unknown().describe('In each language.'),
          registration: z.string().nullable(),
          register: z.string().nullable(),
          verifiedOn: z.string().nullable(),
          verifiedHow: z.string().nullable(),
          interests: z.unknown(),
          interestsConfirmedOn: z.string().nullable(),
          languages: z.array(z.string()),
          active: z.boolean(),
          createdAt: time,
        }),
      )
      .describe('Your public profile as a reviewer. It stays when you leave: a signature needs its name.'),
    decisionsAboutYou: z
      .array(
        z.object({
          at: time,
          act: code.describe('What was decided, or that you appealed.'),
          object: z.uuid().describe('The id of the experience or reply.'),
          rule: code.nullable(),
          reason: z.string().nullable().describe('What the moderator wrote to you.'),
          note: code.nullable().describe('The question of the reviewed answer that a note leads to.'),
          until: time.nullable(),
        }),
      )
      .describe('What moderators decided about what you wrote.'),
    yourReports: z.array(
      z.object({
        at: time,
        object: z.uuid(),
        reason: code,
        weight: z
          .int()
          .nullable()
          .describe(
            'How much it counted when texts were put in order, in hundredths: after what became of earlier ones.',
          ),
      }),
    ),
    wordsToModerators: z
      .array(z.object({ at: time, title: z.string().nullable(), text: z.string() }))
      .describe('Your texts as they were when moderators decided, and what you wrote to moderators.'),
    yourModeration: z
      .array(z.object({ at: time, act: code, object: z.uuid(), rule: code.nullable(), reason: z.string().nullable() }))
      .describe('What you did as a moderator.'),
    textsWritten: z
      .array(z.object({ condition, version: z.string() }))
      .describe('Versions of texts that you wrote for the atlas, or that go back to one of yours.'),
    commentsOnTexts: z
      .array(
        z.object({
          condition,
          version: z.string(),
          passage: z.string(),
          text: z.string(),
          shownName: z.string().nullable(),
          at: time,
        }),
      )
      .describe('What you said to others of the staff about a passage of a text.'),
    commentsDone: z
      .array(z.object({ id: z.uuid(), shownName: z.string().nullable(), at: time }))
      .describe('Comments on texts that you marked as done.'),
    proposals: z
      .array(
        z.object({
          id: z.string(),
          condition,
          state: code,
          shortAnswer: z.string(),
          text: z.string(),
          numbers: z.unknown(),
          sources: z.unknown(),
          translation: z.unknown().describe('Who translated it, and from which version; null: not said.'),
          why: z.string(),
          shownName: z.string(),
          changedAt: time,
        }),
      )
      .describe('Texts that you write for the atlas, or have handed in.'),
    staffActsAboutYou: z.array(z.object({ ...act, byRole: code })),
    yourActsAsStaff: z.array(z.object({ ...act, asRole: code })),
  })
  .describe('Everything that an atlas made with Cairn holds about one person.');

export type PersonExport = z.output<typeof exportSchema>;

/** For machines: what an export looks like. */
export const exportJsonSchema = (): object => z.toJSONSchema(exportSchema);
