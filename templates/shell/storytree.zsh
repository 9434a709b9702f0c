#compdef storytree
# zsh completion for storytree. Load it with:  source <(storytree completion zsh)
# or put it as _storytree into a folder of $fpath. Nothing that a tracker holds is evaluated here.

_storytree() {
  emulate -L zsh
  local program=${words[1]/#\~\//$HOME/} line value about files=''
  local -a typed ends ended goes going
  whence -p -- $program >/dev/null || program=storytree
  typed=("${(@)words[2,CURRENT - 1]}" "$PREFIX")
  for line in "${(@f)$(command $program complete --shell zsh -- "${(@)typed}" 2>/dev/null </dev/null)}"; do
    if [[ $line == $'\t'* ]]; then files=${line#$'\t'}; continue; fi
    [[ -n $line ]] || continue
    value=${line%%$'\t'*} about=${line#*$'\t'}
    [[ -n $about ]] && about="$value  -- $about" || about=$value
    # What goes on is not ended by a blank.
    if [[ $value == *[=/:] ]]; then goes+=("$value") going+=("$about"); else ends+=("$value") ended+=("$about"); fi
  done
  (( $#ends )) && compadd -l -d ended -a ends
  (( $#goes )) && compadd -l -S '' -d going -a goes
  [[ $files == files ]] && _files
  [[ $files == folders ]] && _files -/
  (( $#ends + $#goes )) || [[ -n $files ]]
}

if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
  _storytree "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _storytree storytree
fi
