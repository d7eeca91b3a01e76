export {
  memberRoles,
  type ConditionDetails,
  type Member,
  type MemberRole,
  type Membership,
  type Profile,
} from './member.ts';
export type { ConsentKind } from './consent.ts';
export { createMemberRepository, type MemberRepository } from './member.repository.ts';
export { createProfileRepository, type ProfileRepository } from './profile.repository.ts';
export { consentsChanged } from './member.events.ts';
export { createJoinRoutes } from './join.routes.tsx';
export { createMeRoutes } from './me.routes.tsx';
export { createPeopleRoutes, type ReadPeople } from './people.routes.tsx';
export { peoplePath } from './people.views.tsx';
export type { AccountDoor, MemberMeans } from './member-means.routes.tsx';
export type { ConditionBook, NamedCondition } from './named-condition.ts';
export { forgetUnfinished, joinWith } from './joining.usecases.ts';
export type { Work } from './me.views.tsx';
export { inForce } from './consent.ts';
export { createConsentRepository } from './consent.repository.ts';
export { wordingOf } from './consent.wording.ts';
export { giveConsent } from './member.usecases.ts';
export { readForm, type Form } from './form.ts';
export { signInPath, SignedOutPage } from './join.views.tsx';
