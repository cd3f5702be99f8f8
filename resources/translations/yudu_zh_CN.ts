<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{file} cannot be used: {reason}.</source>
        <translation>无法使用 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file}: {provider} {generation}, {rows} rows</source>
        <translation>{file}：{provider} {generation}，{rows} 行</translation>
    </message>
    <message>
        <source>  new {new}, changed {changed}, known {known}, to review {to_review}</source>
        <translation>  新增 {new}，更新 {changed}，已有 {known}，待确认 {to_review}</translation>
    </message>
    <message>
        <source>Due before {day}: {total}</source>
        <translation>{day} 之前应还：{total}</translation>
    </message>
    <message>
        <source>Not enough is known for a score: {coverage}% of what counts.</source>
        <translation>资料还不够打分：目前只覆盖 {coverage}%。</translation>
    </message>
    <message>
        <source>Limit health {score} ({low}–{high}), {band}; {coverage}% of what counts is known</source>
        <translation>额度健康 {score} 分（{low}–{high}），{band}；资料覆盖 {coverage}%</translation>
    </message>
    <message>
        <source>No warnings.</source>
        <translation>没有预警。</translation>
    </message>
    <message>
        <source>{path}: no damage found.</source>
        <translation>{path}：未发现损坏。</translation>
    </message>
    <message>
        <source>Add a loan</source>
        <translation>添加借款</translation>
    </message>
    <message>
        <source>On its own</source>
        <translation>不在额度内</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>产品模板</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Amount borrowed</source>
        <translation>借款金额</translation>
    </message>
    <message>
        <source>Drawn on</source>
        <translation>借款日</translation>
    </message>
    <message>
        <source>Number of periods</source>
        <translation>期数</translation>
    </message>
    <message>
        <source>Repayment</source>
        <translation>还款</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>利率</translation>
    </message>
    <message>
        <source>Fee for each period, % of the loan</source>
        <translation>每期手续费，占本金 %</translation>
    </message>
    <message>
        <source>Other lenders see it in the credit record</source>
        <translation>其他机构能在征信里看到</translation>
    </message>
    <message>
        <source>Lender</source>
        <translation>放款机构</translation>
    </message>
    <message>
        <source>Applied on</source>
        <translation>申请日期</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询方式</translation>
    </message>
    <message>
        <source>Your own look at your record is seen by nobody: leave it off</source>
        <translation>本人查询不会被其他机构看到，请不要勾选</translation>
    </message>
    <message>
        <source>Kind of lender</source>
        <translation>机构类型</translation>
    </message>
    <message>
        <source>Drawn under</source>
        <translation>所用额度</translation>
    </message>
    <message>
        <source>As the contract states it</source>
        <translation>按合同填写</translation>
    </message>
    <message>
        <source>Amount received</source>
        <translation>到账金额</translation>
    </message>
    <message>
        <source>Only if less than was borrowed</source>
        <translation>少于借款金额时才填</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>计息方式</translation>
    </message>
    <message>
        <source>Days of a year</source>
        <translation>一年按几天</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>还款日</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>每月几号</translation>
    </message>
    <message>
        <source>Empty: the day it was drawn</source>
        <translation>不填则同借款日</translation>
    </message>
    <message>
        <source>First due date</source>
        <translation>首期还款日</translation>
    </message>
    <message>
        <source>First due date, if stated</source>
        <translation>首期还款日（合同写明时）</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>添加额度</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>额度</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>开通日</translation>
    </message>
    <message>
        <source>Roughly is enough: older accounts count as better</source>
        <translation>大概即可：账户开得越久越好</translation>
    </message>
    <message>
        <source>Kind of line</source>
        <translation>额度类型</translation>
    </message>
    <message>
        <source>Change the limit of {name}</source>
        <translation>记录调额：{name}</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>新额度</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Reason, as the lender gave it</source>
        <translation>机构给出的原因</translation>
    </message>
    <message>
        <source>Record a repayment</source>
        <translation>记一笔还款</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>借款</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>还款日期</translation>
    </message>
    <message>
        <source>Next due: {amount} on {day}</source>
        <translation>下一期：{day} 应还 {amount}</translation>
    </message>
    <message>
        <source>grade {grade}, source {source}</source>
        <translation>依据等级 {grade}，来源 {source}</translation>
    </message>
    <message>
        <source>Checked on {day}; your contract always wins.</source>
        <translation>核对于 {day}；一切以你的合同为准。</translation>
    </message>
    <message>
        <source>Yudu</source>
        <translation>余度</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>借款</translation>
    </message>
    <message>
        <source>No lines and no loans yet.</source>
        <translation>还没有额度和借款。</translation>
    </message>
    <message>
        <source>Lines and loans</source>
        <translation>额度与借款</translation>
    </message>
    <message>
        <source>Principal left</source>
        <translation>剩余本金</translation>
    </message>
    <message>
        <source>True cost</source>
        <translation>真实年化</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下期</translation>
    </message>
    <message>
        <source>Deleted. Ctrl+Z brings it back.</source>
        <translation>已删除，按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Draw a loan</source>
        <translation>从额度借款</translation>
    </message>
    <message>
        <source>Change the limit</source>
        <translation>记录调额</translation>
    </message>
    <message>
        <source>Schedule or repayments</source>
        <translation>还款计划或还款记录</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>还款计划</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应还日</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>Interest, fee</source>
        <translation>利息与费用</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Repayments</source>
        <translation>还款记录</translation>
    </message>
    <message>
        <source>Limit history</source>
        <translation>额度变化</translation>
    </message>
    <message>
        <source>of {limit}</source>
        <translation>额度 {limit}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{count} open loans · {total}</source>
        <translation>{count} 笔 · {total}</translation>
    </message>
    <message>
        <source>Paid off</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>剩余应还</translation>
    </message>
    <message>
        <source>Simple yearly cost</source>
        <translation>真实年化（单利）</translation>
    </message>
    <message>
        <source>Compound yearly cost</source>
        <translation>真实年化（复利）</translation>
    </message>
    <message>
        <source>Periods left</source>
        <translation>还剩期数</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用额度</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用额度</translation>
    </message>
    <message>
        <source>Open since</source>
        <translation>开通于</translation>
    </message>
    <message>
        <source>paid off</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>{count} periods</source>
        <translation>{count} 期</translation>
    </message>
    <message>
        <source>{amount} drawn on {day}</source>
        <translation>{day} 借入 {amount}</translation>
    </message>
    <message>
        <source>interest and fees {amount}</source>
        <translation>利息与费用 {amount}</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Limit health</source>
        <translation>额度健康</translation>
    </message>
    <message>
        <source>Worked out on this computer; nobody is asked</source>
        <translation>本地计算，不查询征信</translation>
    </message>
    <message>
        <source>Score today</source>
        <translation>今日得分</translation>
    </message>
    <message>
        <source>What takes points</source>
        <translation>得分构成</translation>
    </message>
    <message>
        <source>100 less all deductions is the score; choose a row to see its origin</source>
        <translation>100 减去各项扣分即为总分；点开看每一分的来历</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来历</translation>
    </message>
    <message>
        <source>Rows of the book</source>
        <translation>账本中的依据</translation>
    </message>
    <message>
        <source>{known}% of what counts is known</source>
        <translation>资料覆盖 {known}%</translation>
    </message>
    <message>
        <source>To know more: {inputs}.</source>
        <translation>补充资料：{inputs}。</translation>
    </message>
    <message>
        <source>{count} rules have nothing to say</source>
        <translation>{count} 条规则未触发</translation>
    </message>
    <message>
        <source>Takes {points} of at most {most} points.</source>
        <translation>扣 {points} 分，最多扣 {most} 分。</translation>
    </message>
    <message>
        <source>Not known, so it takes the average: {points} of at most {most} points.</source>
        <translation>未知，按平均扣 {points} 分，最多扣 {most} 分。</translation>
    </message>
    <message>
        <source>Rule {rule}, grade {grade}: {source}</source>
        <translation>规则 {rule}，依据等级 {grade}：{source}</translation>
    </message>
    <message>
        <source>Less than half of what counts is known, so there is no score yet.</source>
        <translation>资料覆盖不到一半，暂不打分。</translation>
    </message>
    <message>
        <source>The deductions come to {taken}; the score stops at 0.</source>
        <translation>扣分合计 {taken}，得分最低为 0。</translation>
    </message>
    <message>
        <source>100 − {taken} = {score}.</source>
        <translation>100 − {taken} = {score}。</translation>
    </message>
    <message>
        <source>Use of all limits</source>
        <translation>额度使用率</translation>
    </message>
    <message>
        <source>Applications in short time</source>
        <translation>短期内多次申请</translation>
    </message>
    <message>
        <source>Import statements</source>
        <translation>导入账单</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Add your first loan</source>
        <translation>添加第一笔借款</translation>
    </message>
    <message>
        <source>Nothing is in this book yet. Add a loan as your contract states it, or import an Alipay statement.</source>
        <translation>账本还是空的。照着合同添加一笔借款，或导入支付宝账单。</translation>
    </message>
    <message>
        <source>Due this month</source>
        <translation>本月应还</translation>
    </message>
    <message>
        <source>All debt</source>
        <translation>负债合计</translation>
    </message>
    <message>
        <source>Debt payments to income</source>
        <translation>月供收入比</translation>
    </message>
    <message>
        <source>Average yearly cost (simple)</source>
        <translation>综合年化成本（单利）</translation>
    </message>
    <message>
        <source>The next 30 days</source>
        <translation>接下来 30 天</translation>
    </message>
    <message>
        <source>What</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>All points and warnings</source>
        <translation>查看全部得分与预警</translation>
    </message>
    <message>
        <source>Debt, past and planned</source>
        <translation>负债走势与计划</translation>
    </message>
    <message>
        <source>Overdue and the next 30 days</source>
        <translation>逾期与接下来 30 天</translation>
    </message>
    <message>
        <source>Together {total}</source>
        <translation>合计 {total}</translation>
    </message>
    <message>
        <source>Paid {paid} · to pay {open}</source>
        <translation>已还 {paid} · 待还 {open}</translation>
    </message>
    <message>
        <source>{overdue} overdue · {paid}</source>
        <translation>已逾期 {overdue} · {paid}</translation>
    </message>
    <message>
        <source>Enter your income in Settings</source>
        <translation>请在设置中填写收入</translation>
    </message>
    <message>
        <source>No warnings among what can be judged; {count} cannot.</source>
        <translation>能判断的都没有预警；另有 {count} 项资料不足。</translation>
    </message>
    <message>
        <source>Solid: what was owed · dashed: as agreed</source>
        <translation>实线：实际 · 虚线：按现有计划</translation>
    </message>
    <message>
        <source>paid off in {month}</source>
        <translation>预计 {month} 还清</translation>
    </message>
    <message>
        <source>{count} transactions are in this book, but no lines and no loans.</source>
        <translation>账本里有 {count} 笔流水，但还没有额度和借款。</translation>
    </message>
    <message>
        <source>{count} of them repay a debt or pay out a loan: add those loans to see what is due and when.</source>
        <translation>其中 {count} 笔是还款或放款：把对应的借款加进来，就能看到何时该还多少。</translation>
    </message>
    <message>
        <source>{name} · {number} of {periods}</source>
        <translation>{name} · 第 {number}/{periods} 期</translation>
    </message>
    <message>
        <source>{name} · statement</source>
        <translation>{name} · 账单</translation>
    </message>
    <message>
        <source>at least {minimum}</source>
        <translation>最低 {minimum}</translation>
    </message>
    <message>
        <source>Revolves</source>
        <translation>循环额度</translation>
    </message>
    <message>
        <source>Enter the cash you have in Settings to see whether it is enough.</source>
        <translation>在设置中填写现有存款，就能看出够不够还。</translation>
    </message>
    <message>
        <source>Cash at hand {cash} (as of {day})</source>
        <translation>手头现金 {cash}（截至 {day}）</translation>
    </message>
    <message>
        <source>less these dues and {essential} to live on</source>
        <translation>减去这些款项和每月必要支出 {essential}</translation>
    </message>
    <message>
        <source>less these dues</source>
        <translation>减去这些款项</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>还余 {left}</translation>
    </message>
    <message>
        <source>income {income} on day {payday}</source>
        <translation>每月 {payday} 日收入 {income}</translation>
    </message>
    <message>
        <source>{short} short without new income</source>
        <translation>若无新收入，还差 {short}</translation>
    </message>
    <message>
        <source>{change} since a month ago</source>
        <translation>较上月 {change}</translation>
    </message>
    <message>
        <source>{count} open loans</source>
        <translation>{count} 笔借款</translation>
    </message>
    <message>
        <source>No change since {day}</source>
        <translation>与 {day} 持平</translation>
    </message>
    <message>
        <source>{change} since {day}</source>
        <translation>自 {day} 以来 {change}</translation>
    </message>
    <message>
        <source>No open loans</source>
        <translation>没有在还的借款</translation>
    </message>
    <message>
        <source>Dearest {cost}% · {name}</source>
        <translation>最高 {cost}% · {name}</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Your book is safe: what was saved before is there.</source>
        <translation>程序出错了。账本是安全的：之前保存的内容都在。</translation>
    </message>
    <message>
        <source>A fault of the program</source>
        <translation>程序故障</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘图…</translation>
    </message>
    <message>
        <source>The chart could not be drawn.</source>
        <translation>图表绘制失败。</translation>
    </message>
    <message>
        <source>Period of the rate</source>
        <translation>利率单位</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{score} of 100, {word}, range {low} to {high}</source>
        <translation>{score} 分（满分 100），{word}，区间 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>In {days} days</source>
        <translation>还有 {days} 天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>逾期 1 天</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>稳健</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>留意</translation>
    </message>
    <message>
        <source>Stressed</source>
        <translation>承压</translation>
    </message>
    <message>
        <source>Critical state</source>
        <translation>告急</translation>
    </message>
    <message>
        <source>No score yet</source>
        <translation>暂无得分</translation>
    </message>
    <message>
        <source>Worst lateness</source>
        <translation>最重逾期</translation>
    </message>
    <message>
        <source>Overdue now</source>
        <translation>当前逾期</translation>
    </message>
    <message>
        <source>Payments 30 days late</source>
        <translation>满 30 天的逾期</translation>
    </message>
    <message>
        <source>Since the last such payment</source>
        <translation>距上次满 30 天的逾期</translation>
    </message>
    <message>
        <source>Bills with nothing paid</source>
        <translation>整期未还</translation>
    </message>
    <message>
        <source>Use of limits, last three statements</source>
        <translation>额度使用率（近三期账单）</translation>
    </message>
    <message>
        <source>Lines not used</source>
        <translation>额度闲置</translation>
    </message>
    <message>
        <source>Recent applications</source>
        <translation>近期申请</translation>
    </message>
    <message>
        <source>Age of the oldest account</source>
        <translation>账户年限</translation>
    </message>
    <message>
        <source>Open accounts</source>
        <translation>在用账户</translation>
    </message>
    <message>
        <source>Cash buffer</source>
        <translation>现金缓冲</translation>
    </message>
    <message>
        <source>Due dates at least 30 days late, in the last 24 months.</source>
        <translation>近 24 个月内逾期满 30 天的期数。</translation>
    </message>
    <message>
        <source>The worst lateness of the last 24 months, in classes of 30, 60 and 90 days.</source>
        <translation>近 24 个月内最重的一次逾期，按 30、60、90 天分级。</translation>
    </message>
    <message>
        <source>Due dates missed and still open: one counts 30, two or more count 60.</source>
        <translation>到期未还且仍未结清：一期记 30，两期及以上记 60。</translation>
    </message>
    <message>
        <source>Full months since a payment was last 30 days late.</source>
        <translation>距最近一次逾期满 30 天，已过的整月数。</translation>
    </message>
    <message>
        <source>Bills of the last 6 months whose whole cycle passed with nothing paid.</source>
        <translation>近 6 个月内，整个账期一分未还的账单数。</translation>
    </message>
    <message>
        <source>Balances over limits of all lines, the mean of their last three statements.</source>
        <translation>全部额度的已用占比，取近三期账单的平均。</translation>
    </message>
    <message>
        <source>1 when no line had a balance in its last three statements. It is no advice to borrow.</source>
        <translation>近三期账单均无余额时为 1。这不是劝你借款。</translation>
    </message>
    <message>
        <source>Payments due in 30 days and a tenth of the revolving balance, over the monthly net income.</source>
        <translation>未来 30 天应还分期加循环余额的一成，除以月净收入。</translation>
    </message>
    <message>
        <source>Applications that other lenders see, in the last 6 months.</source>
        <translation>近 6 个月内其他机构看得到的申请次数。</translation>
    </message>
    <message>
        <source>Months since the oldest account was opened. Only time helps, and it is no fault.</source>
        <translation>最早的账户开立至今的月数。只有时间能改变，也不是过错。</translation>
    </message>
    <message>
        <source>Credit accounts that are open. It is no advice to open more.</source>
        <translation>未关闭的信贷账户数。这不是劝你多开账户。</translation>
    </message>
    <message>
        <source>Cash at hand over the monthly net income.</source>
        <translation>手头现金除以月净收入。</translation>
    </message>
    <message>
        <source>Not known: {input}</source>
        <translation>未知：{input}</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>已超额度</translation>
    </message>
    <message>
        <source>Debts without income</source>
        <translation>有债务而没有收入</translation>
    </message>
    <message>
        <source>{months} months of income</source>
        <translation>相当于 {months} 个月收入</translation>
    </message>
    <message>
        <source>{value} in 24 months</source>
        <translation>近 24 个月 {value} 次</translation>
    </message>
    <message>
        <source>{value} days</source>
        <translation>{value} 天</translation>
    </message>
    <message>
        <source>{value} days class</source>
        <translation>{value} 天级</translation>
    </message>
    <message>
        <source>{value} months ago</source>
        <translation>{value} 个月前</translation>
    </message>
    <message>
        <source>{value} in 6 months</source>
        <translation>近 6 个月 {value} 次</translation>
    </message>
    <message>
        <source>{value} months</source>
        <translation>{value} 个月</translation>
    </message>
    <message>
        <source>{value} open</source>
        <translation>{value} 个</translation>
    </message>
    <message>
        <source>All lines at zero</source>
        <translation>所有额度均无余额</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>needs six months of due dates: add your loans</source>
        <translation>需要至少六个月的到期记录，请添加借款</translation>
    </message>
    <message>
        <source>needs a statement of a line: add your lines and their loans</source>
        <translation>需要额度的账单，请添加额度及其下的借款</translation>
    </message>
    <message>
        <source>enter your net income in Settings</source>
        <translation>请在设置中填写月净收入</translation>
    </message>
    <message>
        <source>enter your essential spending in Settings</source>
        <translation>在设置里填写每月必要支出</translation>
    </message>
    <message>
        <source>add your lines and loans</source>
        <translation>请添加额度和借款</translation>
    </message>
    <message>
        <source>enter the cash you have in Settings</source>
        <translation>请在设置中填写现有存款</translation>
    </message>
    <message>
        <source>say in Settings since when your applications are complete</source>
        <translation>请在设置中说明申请记录从哪天起完整</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>审批中</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>A local estimate; neither a Zhima score nor a credit report. It predicts no limit and no approval.</source>
        <translation>本地估算，非芝麻分/征信；不预测额度或批核。</translation>
    </message>
    <message>
        <source>Equal instalments</source>
        <translation>等额本息</translation>
    </message>
    <message>
        <source>Equal principal</source>
        <translation>等额本金</translation>
    </message>
    <message>
        <source>Interest first, principal at the end</source>
        <translation>先息后本</translation>
    </message>
    <message>
        <source>All at the end</source>
        <translation>一次性还本付息</translation>
    </message>
    <message>
        <source>Repay any time</source>
        <translation>随借随还</translation>
    </message>
    <message>
        <source>Equal principal, flat fee</source>
        <translation>等本等费</translation>
    </message>
    <message>
        <source>By months</source>
        <translation>按月计息</translation>
    </message>
    <message>
        <source>By actual days</source>
        <translation>按实际天数计息</translation>
    </message>
    <message>
        <source>360 days a year</source>
        <translation>一年 360 天</translation>
    </message>
    <message>
        <source>365 days a year</source>
        <translation>一年 365 天</translation>
    </message>
    <message>
        <source>The contract states the daily rate</source>
        <translation>合同直接约定日利率</translation>
    </message>
    <message>
        <source>% a day</source>
        <translation>%/日</translation>
    </message>
    <message>
        <source>% a month</source>
        <translation>%/月</translation>
    </message>
    <message>
        <source>% a year</source>
        <translation>%/年</translation>
    </message>
    <message>
        <source>The same day each month, or the month&apos;s last</source>
        <translation>每月同一天，遇短月取月末</translation>
    </message>
    <message>
        <source>29th, 30th, 31st become 25th, 26th, 27th</source>
        <translation>29、30、31 日改为 25、26、27 日</translation>
    </message>
    <message>
        <source>29th, 30th, 31st become the 21st</source>
        <translation>29、30、31 日改为 21 日</translation>
    </message>
    <message>
        <source>A day of its own</source>
        <translation>固定某一天</translation>
    </message>
    <message>
        <source>The next due day</source>
        <translation>下一个还款日</translation>
    </message>
    <message>
        <source>The next due day at least 15 days away</source>
        <translation>至少隔 15 天的下一个还款日</translation>
    </message>
    <message>
        <source>The due day after the nearest</source>
        <translation>跳过最近的一个还款日</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Consumer finance company</source>
        <translation>消费金融公司</translation>
    </message>
    <message>
        <source>Micro-lender</source>
        <translation>小额贷款公司</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Private person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Other lender</source>
        <translation>其他机构</translation>
    </message>
    <message>
        <source>Credit card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>Pay-later line</source>
        <translation>先用后付</translation>
    </message>
    <message>
        <source>Cash line</source>
        <translation>现金额度</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>已降额</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已还</translation>
    </message>
    <message>
        <source>Paid late</source>
        <translation>逾期已还</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>部分已还</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>待还</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>额度账户</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>额度</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Instalment</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>Overdue on record</source>
        <translation>逾期记录</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Repayments in statements</source>
        <translation>账单里的还款</translation>
    </message>
    <message>
        <source>No transactions in this month. Import the bill that the Alipay app exports as CSV.</source>
        <translation>这个月没有流水。请导入支付宝 App 导出的 CSV 账单。</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>归类</translation>
    </message>
    <message>
        <source>None yet. In the Alipay app: Bills → ··· → issue a transaction record → for personal bookkeeping.</source>
        <translation>还没有。支付宝 App：账单 → ··· → 开具交易流水证明 → 用于个人对账。</translation>
    </message>
    <message>
        <source>A CSV file, as the Alipay app sends it by mail (unpacked)</source>
        <translation>支付宝 App 发到邮箱的 CSV 文件（先解压）</translation>
    </message>
    <message>
        <source>Choose a statement</source>
        <translation>选择账单</translation>
    </message>
    <message>
        <source>Statements (*.csv *.txt);;All files (*)</source>
        <translation>账单 (*.csv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 笔</translation>
    </message>
    <message>
        <source>Choose a row to see it as the statement has it.</source>
        <translation>选中一行，查看账单原文。</translation>
    </message>
    <message>
        <source>Line {line}: {raw}</source>
        <translation>第 {line} 行：{raw}</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Change a limit</source>
        <translation>调整额度</translation>
    </message>
    <message>
        <source>Add a statement</source>
        <translation>添加账单</translation>
    </message>
    <message>
        <source>Pay a line</source>
        <translation>偿还额度欠款</translation>
    </message>
    <message>
        <source>Delete a repayment</source>
        <translation>删除还款</translation>
    </message>
    <message>
        <source>Delete a loan</source>
        <translation>删除借款</translation>
    </message>
    <message>
        <source>Delete a line</source>
        <translation>删除额度</translation>
    </message>
    <message>
        <source>Change a rate</source>
        <translation>调整利率</translation>
    </message>
    <message>
        <source>Change income and spending</source>
        <translation>修改收入与支出</translation>
    </message>
    <message>
        <source>Add a cash account</source>
        <translation>添加现金账户</translation>
    </message>
    <message>
        <source>Change a cash balance</source>
        <translation>更新现金余额</translation>
    </message>
    <message>
        <source>Say that the applications are complete</source>
        <translation>确认申请记录完整</translation>
    </message>
    <message>
        <source>Log an application</source>
        <translation>记一次申请</translation>
    </message>
    <message>
        <source>Add an overdue</source>
        <translation>添加逾期记录</translation>
    </message>
    <message>
        <source>Log a Zhima score</source>
        <translation>记一次芝麻分</translation>
    </message>
    <message>
        <source>Import a statement</source>
        <translation>导入账单</translation>
    </message>
    <message>
        <source>Fill the sample book</source>
        <translation>填充示例账本</translation>
    </message>
    <message>
        <source>Fee for each period</source>
        <translation>每期手续费</translation>
    </message>
    <message>
        <source>Statement day</source>
        <translation>账单日</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Minimum payment</source>
        <translation>最低还款额</translation>
    </message>
    <message>
        <source>Income and spending</source>
        <translation>收入与支出</translation>
    </message>
    <message>
        <source>Only you see this; empty is unknown</source>
        <translation>只有你看得到；不填即未知</translation>
    </message>
    <message>
        <source>Net income a month</source>
        <translation>每月净收入</translation>
    </message>
    <message>
        <source>Payday, day of the month</source>
        <translation>发薪日（每月几号）</translation>
    </message>
    <message>
        <source>Essential spending a month</source>
        <translation>每月必要支出</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>自何时起</translation>
    </message>
    <message>
        <source>Cash at hand</source>
        <translation>手头现金</translation>
    </message>
    <message>
        <source>Bank cards, wallets, what you could pay with today</source>
        <translation>银行卡、余额，今天就能用来还款的钱</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>存放处</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Balance today</source>
        <translation>今日余额</translation>
    </message>
    <message>
        <source>Applications for credit</source>
        <translation>信贷申请</translation>
    </message>
    <message>
        <source>If every application since a day is in this book, say so here. Log them on the page Limit health.</source>
        <translation>如果从某天起的每次申请都已记入，请在这里说明；申请在“额度健康”页记录。</translation>
    </message>
    <message>
        <source>Complete since</source>
        <translation>自此日起完整</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Your book is one file: {path}. It is not encrypted yet.</source>
        <translation>账本只有一个文件：{path}。目前尚未加密。</translation>
    </message>
    <message>
        <source>Yudu has no network code at all: nothing leaves this computer, and no ID or card number is asked.</source>
        <translation>余度没有任何联网代码：数据不离开这台电脑，也从不索要身份证号或卡号。</translation>
    </message>
    <message>
        <source>Payday</source>
        <translation>发薪日</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Cleared on</source>
        <translation>结清日</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>“{text}” is not an amount. Write it like 1,234.56 or 1.2万.</source>
        <translation>“{text}”不是金额。请写成 1,234.56 或 1.2万。</translation>
    </message>
    <message>
        <source>“{text}” is more than a book can hold.</source>
        <translation>“{text}”超出了账本能记的金额。</translation>
    </message>
    <message>
        <source>Must be above zero.</source>
        <translation>须大于零。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write it like 2026-01-15.</source>
        <translation>“{text}”不是日期。请写成 2026-01-15。</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>“{text}” is not a rate. Write it like 0.04.</source>
        <translation>“{text}”不是利率。请写成 0.04。</translation>
    </message>
    <message>
        <source>It is not in the book any more.</source>
        <translation>账本里已经没有它了。</translation>
    </message>
    <message>
        <source>There is one for {on} already.</source>
        <translation>{on} 已经有一条了。</translation>
    </message>
    <message>
        <source>Cannot be before {opened_on}, the day it began.</source>
        <translation>不能早于开始的那天 {opened_on}。</translation>
    </message>
    <message>
        <source>Only {owed_fen} is still owed.</source>
        <translation>只欠 {owed_fen} 了。</translation>
    </message>
    <message>
        <source>Every row of {file} is in the book already.</source>
        <translation>{file} 的每一行都已在账本里。</translation>
    </message>
    <message>
        <source>{file} cannot be opened ({reason}). Check that it is there and may be read.</source>
        <translation>打不开 {file}（{reason}）。请检查文件是否存在、是否允许读取。</translation>
    </message>
    <message>
        <source>{file} is larger than {most_mib} MiB; no statement is. Choose the exported file.</source>
        <translation>{file} 超过 {most_mib} MiB，账单不会这么大。请选择导出的账单文件。</translation>
    </message>
    <message>
        <source>{file} is not a statement Yudu knows. Export the bill as CSV in the Alipay app and choose that file.</source>
        <translation>{file} 不是余度认识的账单。请在支付宝 App 中导出 CSV 账单，再选择该文件。</translation>
    </message>
    <message>
        <source>{file}: {kind} is not read yet. Export the bill as CSV in the Alipay app.</source>
        <translation>{file}：暂不支持{kind}。请在支付宝 App 中导出 CSV 账单。</translation>
    </message>
    <message>
        <source>Cannot be after today, {today}.</source>
        <translation>不能晚于今天（{today}）。</translation>
    </message>
    <message>
        <source>No loan in the book is called “{text}”. Without a name all are shown.</source>
        <translation>账本里没有叫“{text}”的借款。不写名称会列出全部。</translation>
    </message>
    <message>
        <source>“{name}” is drawn under it. Delete that loan first.</source>
        <translation>它下面还有“{name}”，请先删除那笔借款。</translation>
    </message>
    <message>
        <source>Stopped. Nothing of {file} was kept.</source>
        <translation>已停止，{file} 没有留下任何内容。</translation>
    </message>
    <message>
        <source>There is no book at {path}. Check the name, or import a statement to begin one.</source>
        <translation>{path} 处没有账本。请检查名称，或导入账单新建一本。</translation>
    </message>
    <message>
        <source>{path} is not a Yudu book. It was left as it is; choose another file.</source>
        <translation>{path} 不是余度账本，未作改动；请另选文件。</translation>
    </message>
    <message>
        <source>{path} was made by a newer Yudu (version {version}; this one knows {known}). It was left as it is; please update Yudu.</source>
        <translation>{path} 由更新版本的余度创建（版本 {version}；本程序支持到 {known}）。文件未作改动，请更新余度。</translation>
    </message>
    <message>
        <source>{path} is damaged ({reason}). Close Yudu, keep a copy of the file, and go back to the latest copy in the folder “backups” beside it.</source>
        <translation>{path} 已损坏（{reason}）。请关闭余度，留一份副本，再用旁边 backups 文件夹里最近的备份恢复。</translation>
    </message>
    <message>
        <source>{path} is open in another window or command. Close that one and try again.</source>
        <translation>{path} 正被另一个窗口或命令打开。请关闭后重试。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}). Check that the disk is not full and that you may write there; nothing was changed.</source>
        <translation>无法写入 {path}（{reason}）。请检查磁盘是否已满、是否有写入权限；没有改动任何内容。</translation>
    </message>
    <message>
        <source>Must be at least {low}.</source>
        <translation>不能小于 {low}。</translation>
    </message>
    <message>
        <source>Must be from {low} to {high}.</source>
        <translation>须在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Refunded order</source>
        <translation>已退款订单</translation>
    </message>
    <message>
        <source>Closed, no money moved</source>
        <translation>已关闭，无资金变动</translation>
    </message>
    <message>
        <source>Failed, no money moved</source>
        <translation>失败，无资金变动</translation>
    </message>
    <message>
        <source>Loan paid out</source>
        <translation>借款入账</translation>
    </message>
    <message>
        <source>Own transfer</source>
        <translation>自己转账</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>No money moved</source>
        <translation>无资金变动</translation>
    </message>
    <message>
        <source>Paid by someone else</source>
        <translation>他人代付</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>押金/冻结</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>先享后付</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>读不懂</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Nothing is stored yet; an import is undone in one step</source>
        <translation>尚未写入；导入可整批撤销</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>历次导入</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有更新</translation>
    </message>
    <message>
        <source>Known, skipped</source>
        <translation>重复，跳过</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Alipay for now; format and encoding are recognised</source>
        <translation>目前支持支付宝；自动识别格式与编码</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>Drop a statement here, or</source>
        <translation>把账单文件拖到这里，或</translation>
    </message>
    <message>
        <source>choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Spending in the file</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Repayments and loans</source>
        <translation>还款与借款</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} 笔有更新</translation>
    </message>
    <message>
        <source>before refunds</source>
        <translation>未扣退款</translation>
    </message>
    <message>
        <source>never counted as spending or income</source>
        <translation>不计入收支</translation>
    </message>
    <message>
        <source>{count} more failed</source>
        <translation>另有 {count} 笔失败</translation>
    </message>
    <message>
        <source>kept with their text</source>
        <translation>原文保留</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>导入 {count} 笔</translation>
    </message>
    <message>
        <source>{count} rows of {file} are in the book. Ctrl+Z takes them back.</source>
        <translation>已导入 {file} 的 {count} 笔。按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>The status is not known to the program</source>
        <translation>程序不认识这个状态</translation>
    </message>
    <message>
        <source>Neither income nor spending is stated</source>
        <translation>未写明收入还是支出</translation>
    </message>
    <message>
        <source>The amount cannot be read</source>
        <translation>金额读不懂</translation>
    </message>
    <message>
        <source>The time cannot be read</source>
        <translation>时间读不懂</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>餐饮</translation>
    </message>
    <message>
        <source>Daily needs</source>
        <translation>日用</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>交通</translation>
    </message>
    <message>
        <source>Clothes and devices</source>
        <translation>服饰数码</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>居家</translation>
    </message>
    <message>
        <source>Phone and bills</source>
        <translation>通讯缴费</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>医疗健康</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>教育</translation>
    </message>
    <message>
        <source>Leisure</source>
        <translation>娱乐</translation>
    </message>
    <message>
        <source>Family and friends</source>
        <translation>亲友</translation>
    </message>
    <message>
        <source>Interest and fees</source>
        <translation>利息与费用</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Debt payments take {percent}% of income</source>
        <translation>月供占收入 {percent}%</translation>
    </message>
    <message>
        <source>{percent}% of your limits is used</source>
        <translation>额度使用率 {percent}%</translation>
    </message>
    <message>
        <source>{count} applications in {days} days</source>
        <translation>{days} 天内申请 {count} 次</translation>
    </message>
    <message>
        <source>What is left pays {percent}% of this month&apos;s debts</source>
        <translation>结余只够本月应还的 {percent}%</translation>
    </message>
    <message>
        <source>{count} lenders are owed at once</source>
        <translation>同时欠 {count} 家机构</translation>
    </message>
    <message>
        <source>{name}: {percent}% of the limit is used</source>
        <translation>{name} 已用额度 {percent}%</translation>
    </message>
    <message>
        <source>{name}: {amount} due, {when}</source>
        <translation>{name} 应还 {amount}，{when}</translation>
    </message>
    <message>
        <source>{name} is {days} days overdue</source>
        <translation>{name} 已逾期 {days} 天</translation>
    </message>
    <message>
        <source>Cannot be judged: {input}.</source>
        <translation>无法判断：{input}。</translation>
    </message>
    <message>
        <source>{service_fen} of {income_fen} a month. Lines: {caution}%, {warning}%, {critical}%.</source>
        <translation>每月 {income_fen} 收入中要还 {service_fen}。界线：{caution}%、{warning}%、{critical}%。</translation>
    </message>
    <message>
        <source>{used_fen} of {limits_fen} in limits. Lines: {caution}%, {warning}%, {critical}%.</source>
        <translation>{limits_fen} 额度中已用 {used_fen}。界线：{caution}%、{warning}%、{critical}%。</translation>
    </message>
    <message>
        <source>Lenders are said to look twice above {most} in {days} days.</source>
        <translation>据称 {days} 天内超过 {most} 次，机构会多加审视。</translation>
    </message>
    <message>
        <source>{left_fen} after essential spending, {service_fen} to pay.</source>
        <translation>扣除必要支出后剩 {left_fen}，要还 {service_fen}。</translation>
    </message>
    <message>
        <source>Lenders are said to look twice from {most} lenders on.</source>
        <translation>据称达到 {most} 家时，机构会更谨慎。</translation>
    </message>
    <message>
        <source>{used_fen} used of {limit_fen}.</source>
        <translation>额度 {limit_fen}，已用 {used_fen}。</translation>
    </message>
    <message>
        <source>A payment that is a day late is on record for years.</source>
        <translation>晚一天也可能留下多年的记录。</translation>
    </message>
    <message>
        <source>Every day costs penalty interest; an adverse record is kept five years from the day it is paid.</source>
        <translation>每多一天都要付罚息；不良记录自还清之日起保留五年。</translation>
    </message>
    <message>
        <source>What is left for debts</source>
        <translation>可用于还款的结余</translation>
    </message>
    <message>
        <source>Number of lenders</source>
        <translation>欠款机构数</translation>
    </message>
    <message>
        <source>Use of each limit</source>
        <translation>单个额度使用率</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Draw no new loans for now.</source>
        <translation>暂时不要再借新款。</translation>
    </message>
    <message>
        <source>List every debt with its true cost here.</source>
        <translation>把每笔债务连同真实成本都列进来。</translation>
    </message>
    <message>
        <source>Pay down the line with the highest true cost first.</source>
        <translation>先还真实成本最高的那笔。</translation>
    </message>
    <message>
        <source>Apply nowhere until the oldest of these leaves the window.</source>
        <translation>在最早那次申请移出窗口之前，不要再申请。</translation>
    </message>
    <message>
        <source>Put the money on the account it is debited from, a working day before.</source>
        <translation>提前一个工作日把钱存入扣款账户。</translation>
    </message>
    <message>
        <source>Cut what can wait this month.</source>
        <translation>这个月先缓一缓可以推迟的花销。</translation>
    </message>
    <message>
        <source>Enter your essential spending in Settings.</source>
        <translation>在设置里填写每月必要支出。</translation>
    </message>
    <message>
        <source>Pay the overdue amount first, before anything else.</source>
        <translation>先把逾期金额还上，再谈其他。</translation>
    </message>
    <message>
        <source>If you cannot, call the lender before the due date and ask for a plan.</source>
        <translation>若还不上，请在到期前联系放款机构，协商还款计划。</translation>
    </message>
    <message>
        <source>If you cannot, call the lender now and ask for a plan.</source>
        <translation>若还不上，请尽快联系放款机构协商还款计划。</translation>
    </message>
    <message>
        <source>Enter your net income in Settings.</source>
        <translation>请在设置中填写月净收入。</translation>
    </message>
    <message>
        <source>Add your lines and loans.</source>
        <translation>请添加额度和借款。</translation>
    </message>
    <message>
        <source>Say in Settings since when your applications are complete.</source>
        <translation>请在设置中说明申请记录从哪天起完整。</translation>
    </message>
    <message>
        <source>{page}: drawn</source>
        <translation>{page}：已绘制</translation>
    </message>
    <message>
        <source>{count} products, {rules} rules, points table {version}</source>
        <translation>产品 {count} 个，规则 {rules} 条，计分表 {version}</translation>
    </message>
    <message>
        <source>Complete.</source>
        <translation>齐全。</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>在指南里查找</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>“{words}” is not in the guide.</source>
        <translation>指南里没有“{words}”。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Rows it comes from</source>
        <translation>来自这些记录</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>记录</translation>
    </message>
</context>
</TS>
