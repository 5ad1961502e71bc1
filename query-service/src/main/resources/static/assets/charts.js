// Charts of the tables beside them: the table is the truth, a chart only draws it. The library comes when there is one.

let library = null;

function load(address) {
  library ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => done(globalThis.echarts);
    script.onerror = failed;
    document.head.append(script);
  });
  return library;
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Yuan as people say them: in ten thousands in Chinese, in millions in English. */
function short(yuan) {
  const chinese = document.documentElement.lang.startsWith('zh');
  const [unit, name] = chinese ? [10_000, '万'] : [1_000_000, 'm'];
  return Math.abs(yuan) < unit
    ? yuan.toLocaleString('en-US')
    : (yuan / unit).toLocaleString('en-US', { maximumFractionDigits: 2 }) + name;
}

function rows(table) {
  return [...table.tBodies[0].rows].map((it) => ({
    name: it.querySelector('th').textContent.trim(),
    value: Number(it.dataset.fen) / 100,
  }));
}

function axis(more) {
  return {
    axisLine: { lineStyle: { color: colour('line') } },
    axisLabel: { color: colour('soft'), fontSize: size() },
    splitLine: { lineStyle: { color: colour('line') } },
    axisTick: { show: false },
    ...more,
  };
}

const size = () => Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.8);

const PALETTE = ['green', 'focus', 'warn', 'bad', 'soft'];

function common() {
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 300,
    color: PALETTE.map(colour),
    textStyle: { color: colour('ink'), fontFamily: 'sans-serif' },
    grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
    // Drawn, not written into the page.
    tooltip: { renderMode: 'richText', valueFormatter: short, confine: true },
  };
}

const kinds = {
  line: (all) => ({
    xAxis: axis({ type: 'category', data: all.map((it) => it.name) }),
    yAxis: axis({ type: 'value', axisLabel: { color: colour('soft'), fontSize: size(), formatter: short } }),
    series: [{ type: 'line', data: all.map((it) => it.value), smooth: 0.2, areaStyle: { opacity: 0.15 }, symbolSize: 6 }],
  }),
  bar: (all) => ({
    xAxis: axis({ type: 'value', axisLabel: { color: colour('soft'), fontSize: size(), formatter: short, hideOverlap: true }, splitNumber: 3 }),
    yAxis: axis({ type: 'category', inverse: true, data: all.map((it) => it.name), axisLabel: { color: colour('soft'), fontSize: size(), width: size() * 8, overflow: 'truncate' } }),
    series: [{ type: 'bar', data: all.map((it) => it.value), barMaxWidth: 24, itemStyle: { borderRadius: 3 } }],
  }),
  ring: (all) => ({
    series: [{
      type: 'pie', radius: ['45%', '72%'], data: all,
      label: { color: colour('ink'), fontSize: size() }, itemStyle: { borderColor: colour('card'), borderWidth: 2 },
    }],
  }),
};

/** Draws all charts of a page; call it again when their tables have changed. */
export async function draw(root) {
  const holders = [...root.querySelectorAll('[data-chart]')];
  if (holders.length === 0) {
    return;
  }
  const echarts = await load(root.dataset.charts).catch(() => null); // without charts the tables are there
  if (!echarts) {
    return;
  }
  for (const holder of holders) {
    const table = document.getElementById(holder.dataset.table);
    let chart = echarts.getInstanceByDom(holder);
    if (!chart) {
      chart = echarts.init(holder, null, { renderer: 'svg' });
      new ResizeObserver(() => chart.resize()).observe(holder);
    }
    chart.setOption({ ...common(), ...kinds[holder.dataset.chart](rows(table)) }, { notMerge: true });
    holder.dataset.drawn = 'yes';
  }
}

export function redrawWithColours(root) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => draw(root));
}
