summary-title = { $count ->
    [one] { $count } item precisa da sua atenção
   *[other] { $count } itens precisam da sua atenção
}
summary-title-check = A conexão ainda não foi feita

## A field's value

problem-missing = Digite “{ $label }”
problem-missing-choice = Escolha “{ $label }”
problem-not-an-option = Escolha uma das opções de “{ $label }”
problem-pattern = Isto não parece ser “{ $label }”. Compare com o que aparece em { $service }
problem-pattern-example = Isto não parece ser “{ $label }”. O formato esperado é como { $example }
problem-hostname = Digite somente o nome do host, por exemplo { $example }, sem https:// e sem caminho
problem-uri = Digite o endereço completo, começando com https://
problem-uuid = Digite o ID com todos os 36 caracteres, como { $example }
problem-email = Digite um endereço de e-mail, como nome@example.com
problem-host-label = Digite somente a primeira parte do seu endereço, por exemplo { $example } de { $address }
problem-host-label-plain = Digite somente a parte do seu endereço que cabe aqui: letras, números e hifens
problem-authority = Digite somente um nome de host, com porta se necessário, por exemplo { $example }
problem-too-long = O texto é longo demais. Digite no máximo { $max } caracteres

## What was repaired in a pasted value

repairs-title = { $count ->
    [one] Corrigimos o que você digitou
   *[other] Corrigimos o que você digitou em { $count } lugares
}
repair-url-to-subdomain = { $label }: usamos “{ $value }” do endereço completo.
repair-trimmed-blanks = { $label }: removemos espaços no início ou no fim.
repair-zero-width = { $label }: removemos caracteres invisíveis.
repair-bearer-prefix = { $label }: removemos “Bearer”; nós o adicionamos por você.
repair-pem-line-breaks = { $label }: restauramos as quebras de linha.

## What the service said

check-refused = { $service } não aceitou estes dados. Confira se você copiou tudo e se a conta pode usar a API.
check-refused-field = { $service } não aceitou este dado: { $label }. Confira se você copiou tudo e se ele ainda está ativo.
check-denied = { $service } negou o acesso (403). Confira o que você digitou e se há permissão para usar a API.
check-status = { $service } deu uma resposta inesperada (status { $status }). Confira o que você digitou ou tente novamente em um minuto.
check-no-token = { $service } respondeu, mas não liberou o acesso com estes dados. Confira o que você digitou.
check-unusable = { $service } deu uma resposta que não conseguimos ler. Confira o que você digitou ou avise os responsáveis por esta página.
check-unreachable = Não conseguimos acessar { $host }. Confira o endereço ou tente novamente em um minuto.
check-timed-out = { $host } demorou demais para responder. Tente novamente em um minuto.
check-forbidden-address = { $host } é um endereço privado ao qual não nos conectamos. Digite o endereço público da sua conta { $service }.
check-tls = Não foi possível fazer uma conexão segura com { $host } porque o certificado não está em ordem. Confira o endereço ou avise os responsáveis por esse servidor.
check-no-address = Com estes dados, não há nenhum endereço de { $service } que possamos consultar. Confira o que você digitou ou avise os responsáveis por esta página.
check-not-set-up = A configuração de { $service } não está completa aqui, por isso ainda não é possível conectar. Avise os responsáveis por esta página; não há nada que você possa mudar.
check-not-stored = Não foi possível salvar estes dados, por isso nada foi conectado. Tente novamente em um minuto.
