## The switch of languages

language-switch = Langue :

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first } et { $last }
list-end = { $first } et { $last }
list-middle = { $first }, { $next }
