import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { toHtml, type SanitizedHtml } from '#platform/markdown/html.ts';
import { parseMarkdown } from '#platform/markdown/markdown.ts';
import advertisingEn from '../../docs/operate/policies/advertising.en.md?raw';
import advertisingEs from '../../docs/operate/policies/advertising.es.md?raw';
import editorialEn from '../../docs/operate/policies/editorial-policy.en.md?raw';
import editorialEs from '../../docs/operate/policies/editorial-policy.es.md?raw';
import fundingEn from '../../docs/operate/policies/funding.en.md?raw';
import fundingEs from '../../docs/operate/policies/funding.es.md?raw';

export const policyNames = ['editorial-policy', 'funding', 'advertising'] as const;
export type PolicyName = (typeof policyNames)[number];

type Languages = (typeof realLanguages)[number];

/** What the software can say of every organisation that uses it; an organisation puts its own in the place of each. */
const templates: Record<PolicyName, Record<Languages, string>> = {
  'editorial-policy': { en: editorialEn, es: editorialEs },
  funding: { en: fundingEn, es: fundingEs },
  advertising: { en: advertisingEn, es: advertisingEs },
};

export interface PolicySection {
  title: string;
  text: SanitizedHtml;
}

export interface Policy {
  sections: PolicySection[];
  language: Languages;
  /** Written by the organisation; false: what came with the software. */
  own: boolean;
}

export type Policies = (name: PolicyName, language: LanguageTag) => Policy;

const fault = (file: string, reason: string) => new CairnError('policies.unreadable', 'invalid', `${file}: ${reason}`);

/** Headings become parts of the page; what stands before the first one would belong to none. */
function readSections(markdown: string, file: string): PolicySection[] {
  let blocks;
  try {
    blocks = parseMarkdown(markdown).children;
  } catch (error) {
    throw fault(file, error instanceof Error ? error.message : 'This is not Markdown.');
  }
  const sections: { title: string; blocks: typeof blocks }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth <= 2) {
      const [start, end] = [block.position?.start.offset ?? 0, block.position?.end.offset ?? 0];
      sections.push({
        title: markdown
          .slice(start, end)
          .replace(/^#+\s*/u, '')
          .trim(),
        blocks: [],
      });
    } else if (sections.length === 0) throw fault(file, 'The first line must be a heading, such as "## Who writes".');
    else sections.at(-1)!.blocks.push(block);
  }
  if (sections.length === 0) throw fault(file, 'It is empty. Write at least one heading and a paragraph.');
  return sections.map(({ title, blocks: own }) => ({ title, text: toHtml(own) }));
}

/** A name may hold what means something in Markdown. */
const escaped = (name: string): string => name.replace(/[\\`*_[\]<>#&:{}|~]/gu, '\\$&');

/**
 * The organisation's own texts from a folder, `funding.en.md` and so on, and for all that it does not say itself the
 * software's. @throws CairnError `policies.unreadable` with the file and what to do.
 */
export function readPolicies({
  folder,
  operatorIn,
}: {
  folder: string | undefined;
  /** How the organisation is called inside a sentence. */
  operatorIn: (language: Languages) => string;
}): Policies {
  if (folder !== undefined && !existsSync(folder))
    throw fault(folder, 'There is no such folder. Make it, or take POLICIES_DIR out of the settings.');
  const names = policyNames.flatMap((name) => realLanguages.map((language) => `${name}.${language}.md`));
  for (const file of folder === undefined ? [] : readdirSync(folder))
    if (file.endsWith('.md') && !names.includes(file))
      throw fault(join(folder!, file), `No page shows it. The files that have a page are ${names.join(', ')}.`);

  const read = (name: PolicyName, language: Languages): Policy | undefined => {
    const file = folder === undefined ? undefined : join(folder, `${name}.${language}.md`);
    if (file === undefined || !existsSync(file)) return undefined;
    return { sections: readSections(readFileSync(file, 'utf8'), file), language, own: true };
  };
  const template = (name: PolicyName, language: Languages): Policy => ({
    sections: readSections(
      templates[name][language].replaceAll('{operator}', escaped(operatorIn(language))),
      `${name}.${language}.md`,
    ),
    language,
    own: false,
  });
  const all = new Map(
    policyNames.flatMap((name) => {
      const own = realLanguages.flatMap((language) => read(name, language) ?? []);
      return realLanguages.map((language): [string, Policy] => [
        `${name} ${language}`,
        // the organisation's words in another language rather than the software's in this one
        own.find((each) => each.language === language) ?? own[0] ?? template(name, language),
      ]);
    }),
  );
  return (name, language) => all.get(`${name} ${language}`) ?? all.get(`${name} en`)!;
}
