import { IconPlugOff } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { ConfigContext } from "../config/ConfigContext";
import { loadConfig, type UiConfig } from "../config/config";
import { Notice } from "../shell/Notice";
import { Waiting } from "../shell/Waiting";
import { shellTexts } from "../texts/shell";

const RETRY_MS = 3_000;

/** Reads the page's configuration first, as often as it takes: a server that starts answers before long. */
export function Configured({ children }: { children: ReactNode }) {
  const [config, setConfig] = useState<UiConfig | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const load = () =>
      loadConfig().then(
        (loaded) => over || setConfig(loaded),
        () => {
          if (!over) {
            setFailed(true);
            timer = setTimeout(load, RETRY_MS);
          }
        },
      );
    void load();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, []);
  if (config != null) {
    return <ConfigContext value={config}>{children}</ConfigContext>;
  }
  return (
    <>
      <title>{shellTexts.product}</title>
      {failed ? (
        <Notice icon={<IconPlugOff size={28} />} title={shellTexts.noConfig} text={shellTexts.noConfigHint} whole />
      ) : (
        <Waiting label={shellTexts.loading} />
      )}
    </>
  );
}
