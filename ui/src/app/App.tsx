import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { RouterProvider } from "react-router";
import { createQueryClient } from "../api/queryClient";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { cssVariables, theme } from "../theme/theme";
import { Configured } from "./Configured";
import { router } from "./router";

/** The whole page. */
export function App() {
  const [queries] = useState(createQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <ErrorBoundary>
        <QueryClientProvider client={queries}>
          <Configured>
            <RouterProvider router={router} />
          </Configured>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}
