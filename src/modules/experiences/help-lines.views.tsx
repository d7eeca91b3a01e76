import type { I18n } from '#platform/i18n/i18n.ts';
import { Fold } from '#ui/fold/fold.tsx';
import { HelpLines } from '#ui/writing/writing.tsx';
import { helpByCountry, helpIn, type CountryHelp } from './help-lines.ts';

const linesOf = ({ lines }: CountryHelp, i18n: I18n) =>
  lines.map(({ number, service, hours, source }) => ({
    number,
    service: `${service}.`,
    hours: i18n.t(`help-lines.${hours}`),
    source: {
      text: i18n.t('help-lines.source', { site: new URL(source).hostname.replace(/^www\./u, '') }),
      href: source,
    },
  }));

/**
 * Somebody to talk to, for whoever wrote words that sound like danger: of their country, if they said where they live, and
 * of others below. It is met with help, not with suspicion: nothing happens to the text.
 */
export function CrisisHelp({ country, i18n }: { country: string | null; i18n: I18n }) {
  const here = helpIn(country);
  return (
    <HelpLines
      title={i18n.t('help-lines.title')}
      lede={here ? i18n.t('help-lines.lede') : i18n.t('help-lines.lede-anywhere')}
      lines={here ? linesOf(here, i18n) : []}
    >
      <p>
        {here ? i18n.t('help-lines.emergency', { number: here.emergency }) : i18n.t('help-lines.emergency-anywhere')}
      </p>
      <Fold summary={i18n.t('help-lines.others')}>
        <ul>
          {helpByCountry
            .filter((each) => each !== here)
            .map((each) => (
              <li>
                {i18n.t('help-lines.other', {
                  country: i18n.regionName(each.country),
                  service: each.lines[0]!.service,
                  number: each.lines[0]!.number,
                })}
              </li>
            ))}
        </ul>
      </Fold>
    </HelpLines>
  );
}
