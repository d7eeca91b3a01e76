import type { Database } from '#platform/db/database.ts';
import type { ConditionDetails, Member, Membership, Profile } from './member.ts';
import type { MemberTables } from './member.tables.ts';

const toMembership = (row: {
  condition_id: string;
  role: Membership['role'];
  state: Membership['state'];
  first_symptoms_year: number | null;
  diagnosis_year: number | null;
  listed: boolean;
  since: Date;
}): Membership => ({
  conditionId: row.condition_id,
  role: row.role,
  state: row.state,
  firstSymptomsYear: row.first_symptoms_year,
  diagnosisYear: row.diagnosis_year,
  listed: row.listed,
  since: row.since,
});

const toRow = (details: Partial<ConditionDetails>) => ({
  ...(details.role !== undefined && { role: details.role }),
  ...(details.state !== undefined && { state: details.state }),
  ...(details.firstSymptomsYear !== undefined && { first_symptoms_year: details.firstSymptomsYear }),
  ...(details.diagnosisYear !== undefined && { diagnosis_year: details.diagnosisYear }),
});

export type ProfileRepository = ReturnType<typeof createProfileRepository>;

/** What members say about themselves and how they belong to conditions: everything behind their own pages. */
export function createProfileRepository(database: Database) {
  const db = database.withTables<MemberTables>();
  const ofMembers = db
    .selectFrom('members')
    .select([
      'id',
      'account_id',
      'role',
      'display_name',
      'region',
      'birth_year',
      'shows_country',
      'joined_at',
      'leaving_on',
      'demo',
    ])
    .where('account_id', 'is not', null);

  async function withMemberships(rows: Awaited<ReturnType<typeof ofMembers.execute>>): Promise<Member[]> {
    if (rows.length === 0) return [];
    const memberships = await db
      .selectFrom('memberships')
      .selectAll()
      .where(
        'member_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('since')
      .orderBy('condition_id')
      .execute();
    const byMember = Map.groupBy(memberships, (row) => row.member_id);
    return rows.map((row) => ({
      id: row.id,
      accountId: row.account_id!,
      role: row.role,
      displayName: row.display_name,
      region: row.region,
      birthYear: row.birth_year,
      showsCountry: row.shows_country,
      joinedAt: row.joined_at,
      leavingOn: row.leaving_on,
      demo: row.demo,
      memberships: (byMember.get(row.id) ?? []).map(toMembership),
    }));
  }

  return {
    async findByAccount(accountId: string): Promise<Member | undefined> {
      return (await withMemberships(await ofMembers.where('account_id', '=', accountId).execute()))[0];
    },

    async findById(id: string): Promise<Member | undefined> {
      return (await withMemberships(await ofMembers.where('id', '=', id).execute()))[0];
    },

    /**
     * Members who are listed under a condition, in the order of their ids, which says nothing about them. `after`: the
     * last id of the page before. For members of that condition alone.
     */
    async listListed(
      conditionId: string,
      { after, limit }: { after?: string | undefined; limit: number },
    ): Promise<Member[]> {
      let query = db
        .selectFrom('memberships')
        .innerJoin('members', 'members.id', 'memberships.member_id')
        .select('memberships.member_id')
        .where('condition_id', '=', conditionId)
        .where('listed', '=', true)
        .where('leaving_on', 'is', null)
        .where('account_id', 'is not', null)
        .orderBy('memberships.member_id')
        .limit(limit);
      if (after) query = query.where('memberships.member_id', '>', after);
      const ids = (await query.execute()).map((row) => row.member_id);
      if (ids.length === 0) return [];
      return withMemberships(await ofMembers.where('id', 'in', ids).orderBy('id').execute());
    },

    /** Makes somebody a member; false if the account already has one (a form sent twice, a second tab). */
    async add({
      id,
      accountId,
      profile,
      demo,
      joinedAt,
    }: {
      id: string;
      accountId: string;
      profile: Profile;
      demo: boolean;
      joinedAt: Date;
    }): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('members')
        .values({
          id,
          account_id: accountId,
          demo,
          joined_at: joinedAt,
          role: profile.role,
          display_name: profile.displayName,
          region: profile.region,
          birth_year: profile.birthYear,
        })
        .onConflict((conflict) => conflict.column('account_id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async saveProfile(memberId: string, profile: Partial<Profile> & { showsCountry?: boolean }): Promise<void> {
      const { role, displayName, region, birthYear, showsCountry } = profile;
      const changes = {
        ...(role !== undefined && { role }),
        ...(displayName !== undefined && { display_name: displayName }),
        ...(region !== undefined && { region }),
        ...(birthYear !== undefined && { birth_year: birthYear }),
        ...(showsCountry !== undefined && { shows_country: showsCountry }),
      };
      if (Object.keys(changes).length > 0)
        await db.updateTable('members').set(changes).where('id', '=', memberId).execute();
    },

    /** Adds a condition, or changes what is said about one that is there; says whether it is new. */
    async saveMembership(
      memberId: string,
      conditionId: string,
      details: ConditionDetails,
      since: Date,
    ): Promise<'added' | 'changed'> {
      const { numUpdatedRows } = await db
        .updateTable('memberships')
        .set(toRow(details))
        .where('condition_id', '=', conditionId)
        .where('member_id', '=', memberId)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) return 'changed';
      await db
        .insertInto('memberships')
        .values({ member_id: memberId, condition_id: conditionId, since, ...toRow(details), role: details.role })
        .onConflict((conflict) => conflict.columns(['condition_id', 'member_id']).doUpdateSet(toRow(details)))
        .execute();
      return 'added';
    },

    /** Takes a membership away; gives it back as it was, so that the page can offer to undo. */
    async removeMembership(memberId: string, conditionId: string): Promise<Membership | undefined> {
      const row = await db
        .deleteFrom('memberships')
        .where('condition_id', '=', conditionId)
        .where('member_id', '=', memberId)
        .returningAll()
        .executeTakeFirst();
      return row && toMembership(row);
    },

    /** Under which of their conditions somebody is named to others; under all others they are not. */
    async saveListed(memberId: string, conditionIds: readonly string[]): Promise<void> {
      const own = db.updateTable('memberships').where('member_id', '=', memberId);
      await own.set({ listed: false }).execute();
      if (conditionIds.length > 0) await own.set({ listed: true }).where('condition_id', 'in', conditionIds).execute();
    },

    /** Everything about somebody's health. Returns the conditions they belonged to. */
    async removeHealth(memberId: string): Promise<string[]> {
      const rows = await db
        .deleteFrom('memberships')
        .where('member_id', '=', memberId)
        .returning('condition_id')
        .execute();
      await db.updateTable('members').set({ role: null }).where('id', '=', memberId).execute();
      return rows.map((row) => row.condition_id);
    },

    /** By which names these accounts are called here. */
    async listNames(accountIds: readonly string[]): Promise<string[]> {
      if (accountIds.length === 0) return [];
      const rows = await db
        .selectFrom('members')
        .select('display_name')
        .where('account_id', 'in', accountIds)
        .where('display_name', 'is not', null)
        .execute();
      return rows.map((row) => row.display_name!);
    },
  };
}
