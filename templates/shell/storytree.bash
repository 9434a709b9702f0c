# bash completion for storytree. Load it with:  source <(storytree completion bash)
# Nothing that a tracker holds is evaluated here: candidates come quoted, and are only read line by line.

_storytree() {
  local line=${COMP_LINE:0:COMP_POINT} words=() word gap i last=0
  # bash divides words at ":" and "=" too: those without a blank between them are one.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    gap=${line%%[![:space:]]*}
    line=${line#"$gap"}
    if ((i == COMP_CWORD)); then word=$line; fi
    if ((i > 0)) && [[ -z $gap && -n $word ]]; then words[last]+=$word; else
      ((last = ${#words[@]}))
      words[last]=$word
    fi
    line=${line#"$word"}
  done
  local program=${words[0]/#\~\//$HOME/} answer=()
  type -P -- "$program" >/dev/null || program=storytree
  COMPREPLY=()
  mapfile -t answer < <(command "$program" complete --shell bash --replaced "$2" -- "${words[@]:1}" 2>/dev/null </dev/null)
  for word in "${answer[@]}"; do
    case $word in
      $'\t'files) compopt -o default 2>/dev/null ;;
      $'\t'folders) compopt -o dirnames 2>/dev/null ;;
      *) COMPREPLY+=("$word") ;;
    esac
  done
  # What goes on is not ended by a blank.
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=/:] ]]; then compopt -o nospace 2>/dev/null; fi
}

complete -F _storytree storytree
