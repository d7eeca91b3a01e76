export type { MemberRole } from './member.ts';
export { createMemberRepository, type MemberRepository } from './member.repository.ts';
