## The switch of languages

language-switch = Sprache:

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first } und { $last }
list-end = { $first } und { $last }
list-middle = { $first }, { $next }
