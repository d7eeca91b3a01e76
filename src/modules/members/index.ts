export { memberRoles, type Member, type MemberRole, type Membership } from './member.ts';
export { createMemberRepository, type MemberRepository } from './member.repository.ts';
export { createProfileRepository, type ProfileRepository } from './profile.repository.ts';
export { consentWithdrawn, membershipsChanged } from './member.events.ts';
export { forgetUnfinished } from './joining.usecases.ts';
export { eraseMember, exportOf, type MemberRecords } from './member.usecases.ts';
