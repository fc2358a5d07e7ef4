import { useMantineColorScheme } from '@mantine/core';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CertificateLine } from '../../components/certificate-line.tsx';
import { Card, RowLink, RowList } from '../../components/ui/card.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { LoneLink } from '../../components/ui/lone-link.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import { type Language, speak } from '../../i18n/catalogue.ts';
import { problemOf, useCommand } from '../api.tsx';
import { itemsInTheBar, navigationFor } from '../navigation.ts';
import { SignOut } from '../offline/sign-out.tsx';
import { type Me, MeContext } from '../session.tsx';
import { useFrame } from '../shell/frame-context.ts';

/** Everything that has no place in the bar, and what a person sets for themselves. */
export function MorePage() {
  const { t } = useTranslation();
  const { name, place, permissions } = useFrame();
  const me = useContext(MeContext);
  const beyondTheBar = navigationFor(permissions).slice(itemsInTheBar);
  return (
    <Page title={t('more.title')} eyebrow={place} lead={name}>
      {beyondTheBar.length > 0 && (
        <nav className="pl-phone-only" aria-label={t('more.pages')}>
          <RowList>
            {beyondTheBar.map((item) => (
              <li key={item.to}>
                <RowLink to={item.to} title={t(`nav.${item.label}`)} />
              </li>
            ))}
          </RowList>
        </nav>
      )}
      {me !== null && <AboutMe me={me} />}
      <Section title={t('more.settings')}>
        <Card>
          <LanguageChoice stored={me !== null} />
          <AppearanceChoice />
        </Card>
      </Section>
      {me !== null && (
        <RowList>
          <li>
            <RowLink to="/waiting" title={t('phone.title')} detail={t('more.phoneHint')} />
          </li>
        </RowList>
      )}
      <SignOut />
    </Page>
  );
}

function AboutMe({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <Section title={t('more.aboutMe')}>
      <Card>
        <Facts
          items={[
            [t('more.roles'), me.roles.map((role) => t(`role.${role}`)).join(', ')],
            [
              t('more.schools', { count: me.schools.length }),
              me.schools.length === 0 ? null : me.schools.map((school) => school.name).join(', '),
            ],
            [
              t('certificate.name'),
              <CertificateLine key="certificate" certificate={me.certificate} day={me.today} />,
            ],
            [
              t('nav.takingPart'),
              me.permissions.includes('participation:set') ? (
                <LoneLink key="participation" to="/taking-part">
                  {t(`more.participation.${me.participation?.answer ?? 'open'}`)}
                </LoneLink>
              ) : null,
            ],
          ]}
        />
      </Card>
    </Section>
  );
}

function LanguageChoice({ stored }: { stored: boolean }) {
  const { t, i18n } = useTranslation();
  const change = useCommand('changeMyLanguage');
  const [failed, setFailed] = useState<Error | null>(null);
  // The choice shows at once; the words follow as soon as they are here.
  const [chosen, setChosen] = useState(i18n.language as Language);
  const choose = (language: Language) => {
    setChosen(language);
    setFailed(null);
    speak(language).catch(setFailed);
    if (stored) change.send({ body: { language } });
  };
  return (
    <>
      <RadioField
        label={t('more.language')}
        help={stored ? t('more.languageHelp') : undefined}
        columns
        choices={[
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
        ]}
        value={chosen}
        onChange={choose}
      />
      <ProblemAlert problem={change.problem ?? (failed && problemOf(failed))} />
    </>
  );
}

function AppearanceChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <RadioField
      label={t('more.appearance')}
      columns
      choices={[
        { value: 'auto', label: t('more.appearanceAuto') },
        { value: 'light', label: t('more.appearanceLight') },
        { value: 'dark', label: t('more.appearanceDark') },
      ]}
      value={colorScheme}
      onChange={setColorScheme}
    />
  );
}
