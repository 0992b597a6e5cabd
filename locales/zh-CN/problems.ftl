summary-title = 有 { $count } 处需要您检查
summary-title-check = 尚未连接

## 字段的值

problem-missing = 请输入“{ $label }”。
problem-missing-choice = 请选择“{ $label }”。
problem-not-an-option = 请从“{ $label }”的选项中选择。
problem-pattern = 这看起来不像“{ $label }”。请与 { $service } 中显示的值进行核对。
problem-pattern-example = 这看起来不像“{ $label }”。正确的格式类似于 { $example }
problem-hostname = 请只输入主机名，例如 { $example }，不要包含 https:// 和路径。
problem-uri = 请输入以 https:// 开头的完整地址。
problem-uuid = 请输入完整的 36 位 ID，例如 { $example }
problem-email = 请输入电子邮件地址，例如 name@example.com
problem-host-label = 请只输入地址的第一部分，例如 { $address } 中的 { $example }
problem-host-label-plain = 请只输入此处所需的地址部分：字母、数字和连字符。
problem-authority = 请只输入主机名，必要时加上端口，例如 { $example }
problem-too-long = 内容过长，最多可输入 { $max } 个字符。

## 对粘贴的值所做的修正

repairs-title = 我们整理了您填写的 { $count } 处内容
repair-url-to-subdomain = { $label }：已从完整地址中提取“{ $value }”。
repair-trimmed-blanks = { $label }：已去除首尾的空格。
repair-zero-width = { $label }：已去除不可见字符。
repair-bearer-prefix = { $label }：已去除“Bearer”，系统会自动添加。
repair-pem-line-breaks = { $label }：已恢复换行。

## 服务的答复

check-refused = { $service } 未接受这些信息。请检查各项是否已完整复制，以及该账号是否可以使用 API。
check-refused-field = { $service } 未接受此“{ $label }”。请检查是否已完整复制，以及它是否仍然有效。
check-denied = { $service } 拒绝了访问（403）。请检查您填写的内容，以及它是否有权使用 API。
check-status = { $service } 返回了意外的响应（状态码 { $status }）。请检查您填写的内容，或稍等一分钟再试。
check-no-token = { $service } 已响应，但无法使用这些信息登录。请检查您填写的内容。
check-unusable = { $service } 返回的响应无法读取。请检查您填写的内容，或告知此页面的运营人员。
check-unreachable = 无法连接到 { $host }。请检查地址，或稍等一分钟再试。
check-timed-out = { $host } 响应时间过长。请稍等一分钟再试。
check-forbidden-address = { $host } 是私有地址，我们不会连接。请输入您的 { $service } 账号的公开地址。
check-tls = 由于 { $host } 的证书有问题，无法建立安全连接。请检查地址，或告知该服务器的运营人员。
check-no-address = 根据这些信息，找不到可用于核实的 { $service } 地址。请检查您填写的内容，或告知此页面的运营人员。
check-not-set-up = { $service } 在此处尚未设置完成，因此暂时无法连接。请告知此页面的运营人员，您无需更改任何内容。
check-not-stored = 未能保存，因此未连接任何账号。请稍等一分钟再试。
