import { IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { speak } from '../../i18n/catalogue.ts';
import { problemOf } from '../api.tsx';

/** Before the sign-in: the other language, named in that language. */
export function LanguageButton() {
  const { i18n } = useTranslation();
  const [other, name] = i18n.language === 'es' ? (['en', 'English'] as const) : (['es', 'Español'] as const);
  const [failed, setFailed] = useState<Error | null>(null);
  return (
    <>
      <Button
        look="quiet"
        lang={other}
        icon={<IconLanguage aria-hidden />}
        onClick={() => {
          setFailed(null);
          speak(other).catch(setFailed);
        }}
      >
        {name}
      </Button>
      <ProblemAlert problem={failed && problemOf(failed)} />
    </>
  );
}
