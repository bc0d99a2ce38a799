package io.promo.cli;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.output.Json;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Teaches shells the commands. */
@Command(
        name = "completion",
        description = "Print a completion script for bash or zsh.",
        footer =
                "bash: source <(promo completion bash)     zsh: autoload -U compinit; compinit; source <(promo completion zsh)")
final class CompletionCommand extends PromoCommand {

    /** The shells there is a script for; it is the same one. */
    enum Shell {
        BASH,
        ZSH
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "SHELL",
            defaultValue = "bash",
            description = "bash or zsh (default: bash).")
    Shell shell = Shell.BASH;

    @Override
    protected void run() {
        String script = AutoComplete.bash(
                "promo", new Promo(surroundings()).commandLine(Commands.all().toList()));
        output().show(Json.object().put("script", script), List.of(script));
    }
}
