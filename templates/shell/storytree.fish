# fish completion for storytree. Load it with:  storytree completion fish | source
# or save it as ~/.config/fish/completions/storytree.fish. Nothing that a tracker holds is evaluated here.

function __storytree_complete
    set -l words (commandline -cop) (commandline -ct)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    type -qf -- $program; or set program storytree
    for line in (command $program complete --shell fish -- $words[2..-1] 2>/dev/null </dev/null)
        switch $line
            case \t'files'
                __fish_complete_path (commandline -ct)
            case \t'folders'
                __fish_complete_directories (commandline -ct) ''
            case '*'
                printf '%s\n' $line
        end
    end
end

complete -c storytree -f -a '(__storytree_complete)'
