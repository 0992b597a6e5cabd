## 每个页面的框架

back = 返回
close = 关闭
help = 帮助
badge = 由 Nango 提供安全保护
reference = 参考编号：{ $reference }
reference-hint = 将此编号提供给客服，他们即可查明发生了什么。
error-prefix = 错误：
opens-in-new-tab = 在新标签页中打开
try-again = 重试
done = 完成

leave-title = 尚未连接，要离开吗？
leave-text = 您填写的内容将会丢失。
leave-stay = 继续填写
leave-go = 离开

time-text = 此页面将在五分钟后过期。
time-extend = 延长 30 分钟
time-extended = 已延长，您还有 30 分钟。
time-failed = 未能延长时间。您填写的内容仍保留在此处。

## 未带会话打开

waiting-title = 连接您的账号
waiting-text = 请稍候…
bare-title = 此地址需从应用中打开
bare-text = 当应用需要时，您可以在这里连接您在其他服务的账号。请返回应用并在那里选择连接，或打开您收到的链接。
unopened-title = 应用未能正确打开此页面
unopened-text = 请关闭此页面，然后在应用中重试。如果仍无法解决，请告知 { $app } 的运营人员。
refusal-title = 此页面不能在这里显示
refusal-text = { $origin } 不在允许显示此页面的地址列表中，因此未打开任何内容，也未分享任何信息。
refusal-admin = 如果此应用由您运营：请在“Environment settings”→“Connect UI”→“Allowed origins”中添加该地址。

## 选择服务

picker-title = 您想连接什么？
picker-to = 将以 { $person } 的身份连接到 { $app }。
picker-to-unnamed = 将连接到 { $app }（未指定用户）。
picker-search = 搜索
picker-count = { $count } 个服务
picker-empty = 没有名为“{ $query }”的服务。
picker-nothing = 没有使用该名称的服务。
picker-all = 显示全部
no-integrations-title = 尚无可连接的服务
no-integrations-text = { $app } 尚未设置任何服务。其运营人员可以添加。

## 结果

done-title = { $service } 已连接
done-text = { $app } 现在可以使用它了。
done-close = 您可以关闭此页面。
done-another = 连接其他账号
failure-title = { $service } 未能连接
expired-title = 此页面已过期
expired-text = 页面已于 { $time } 过期。请返回 { $app } 重新开始。
expired-text-plain = 请返回 { $app } 重新开始。
expired-who = 如果您是通过链接打开的，请向发送者索取新链接。
finished-title = 此操作已完成
finished-text = { $service } 已连接。这里无需再进行任何操作。
finished-text-plain = 账号已连接。这里无需再进行任何操作。
not-found-title = 此地址没有内容
not-found-text = 链接可能不完整。请完整复制链接，或返回 { $app } 重新开始。
error-title = 我们这边出了问题
error-text = 这不是您的操作造成的。请稍等一分钟再试。
error-busy-title = 操作有些过快
error-busy-text = 此页面在短时间内被请求了很多次。请稍等一分钟再试。
error-maintenance-title = 马上回来
error-maintenance-text = 服务暂时不可用。请稍等一分钟再试。
error-ended-title = 此页面已不再使用
error-ended-text = { $app } 已将其关闭。请返回 { $app } 重新开始。
error-browser-title = 此页面已在别处打开
error-browser-text = 此页面只能在最先打开链接的浏览器中使用。请在那里继续，或在这里重新打开链接。
error-large-title = 内容超出了此表单的限度
error-large-text = 某个字段的内容远远超出所需。请返回并检查您粘贴的内容。
error-unsupported-title = 尚不支持这种连接方式
error-unsupported-text = 未连接任何账号。{ $app } 的运营人员可以为此服务选择其他连接方式。
