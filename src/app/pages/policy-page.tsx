import { foreign } from '#platform/i18n/i18n.ts';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { rawHtml } from '#ui/raw-html/raw-html.ts';
import { Trail } from '#ui/trail/trail.tsx';
import type { Policy, PolicyName } from '../policies.ts';

export const policyPath = (name: PolicyName): string => `/about/${name}`;

/** How the organisation works, in its own words or, until it has some, in the software's, which says so. */
export function PolicyPage({ name, policy, frame }: { name: PolicyName; policy: Policy; frame: SiteFrame }) {
  const { i18n } = frame;
  const title = i18n.t(`policy.${name}`);
  const lede = policy.own ? i18n.t('policy.own') : i18n.t('policy.template');
  const language = foreign(i18n, policy.language);
  return (
    <Page frame={frame} current="about" meta={{ title, description: lede, path: policyPath(name) }}>
      <PageHead
        title={title}
        lede={lede}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('about.title'), href: i18n.path('/about') }]} />}
      />
      {policy.sections.map(({ title: heading, text }, index) => (
        <Part
          id={`part-${index + 1}`}
          title={heading}
          stones={index === 0 ? undefined : Math.min(6, index)}
          {...language}
        >
          <Prose>{rawHtml(text)}</Prose>
        </Part>
      ))}
    </Page>
  );
}
