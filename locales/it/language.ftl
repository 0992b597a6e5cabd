## The switch of languages

language-switch = Lingua:

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first } e { $last }
list-end = { $first } e { $last }
list-middle = { $first }, { $next }
