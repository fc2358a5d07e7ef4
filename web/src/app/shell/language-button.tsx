import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';

/** Before the sign-in: the other language, named in that language. */
export function LanguageButton() {
  const { i18n } = useTranslation();
  const [other, name] = i18n.language === 'es' ? (['en', 'English'] as const) : (['es', 'Español'] as const);
  return (
    <Button
      look="quiet"
      lang={other}
      icon={<IconLanguage aria-hidden />}
      onClick={() => void i18n.changeLanguage(other)}
    >
      {name}
    </Button>
  );
}
